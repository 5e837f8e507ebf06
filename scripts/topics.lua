-- What home offers to learn, in this order: a picture a topic, where it has a lesson. A lesson
-- says where it belongs by `topic`; one that does not belongs to the first. `title` and `words`
-- are keys of text/; `scene` is the picture, and `icon` stands for it where there is none.
-- With `calls_120` each lesson says on one of its last cards when to call 120.
return {
  { id = "first-aid", title = "home_first_aid", words = "home_first_aid_words",
    icon = "plus", colour = "green", scene = "look-breathing", calls_120 = true },
  { id = "call", title = "home_call", words = "home_call_words",
    icon = "phone", colour = "blue", scene = "call-120", calls_120 = true },
  { id = "cpr", title = "home_cpr", words = "home_cpr_words",
    icon = "full-heart", colour = "green", scene = "press", calls_120 = true },
  { id = "airway", title = "home_airway", words = "home_airway_words",
    icon = "people", colour = "amber", scene = "back-blows", calls_120 = true },
  { id = "wounds", title = "home_wounds", words = "home_wounds_words",
    icon = "plus", colour = "coral", scene = "bleeding-press", calls_120 = true },
  { id = "sudden", title = "home_sudden", words = "home_sudden_words",
    icon = "bolt", colour = "violet", scene = "chest-pain", calls_120 = true },
  { id = "weather", title = "home_weather", words = "home_weather_words",
    icon = "breath", colour = "blue", scene = "heat-shade", calls_120 = true },
  { id = "disaster", title = "home_disaster", words = "home_disaster_words",
    icon = "bolt", colour = "slate", scene = "fire-extinguisher" },
  { id = "history", title = "home_history", words = "home_history_words",
    icon = "heart", colour = "coral", scene = "dunant-writing" },
}
