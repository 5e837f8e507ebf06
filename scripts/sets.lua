-- Lessons for a kind of hall, in this order: they are the first picture of home and stand first
-- in its lists; all others stay there. The settings choose one: set = "school". `title` is a key
-- of text/, `audience` that of a hall whose settings name none. A lesson that is not there is
-- passed over. The choice: research of 2026, "Suggested lesson catalogue".
return {
  { id = "hall", title = "set_hall", scene = "thank-you",
    lessons = { "call-120", "adult-cpr", "aed", "choking", "bleeding", "burns", "stroke",
      "drowning" } },
  { id = "school", title = "set_school", audience = "school", scene = "send-for-aed",
    lessons = { "call-120", "junior-cpr", "little-helpers", "child-cpr", "aed", "choking",
      "seizure", "fainting", "drowning", "solferino" } },
  { id = "village", title = "set_village", audience = "village", scene = "river-bank",
    lessons = { "adult-cpr", "choking", "bleeding", "stroke", "heart-attack", "heat",
      "drowning" } },
  { id = "family", title = "set_family", audience = "family", scene = "child-call",
    lessons = { "child-cpr", "infant-cpr", "infant-choking", "burns", "little-helpers" } },
  { id = "company", title = "set_company", audience = "company", scene = "aed-arrives",
    lessons = { "adult-cpr", "aed", "bleeding", "fractures", "heat" } },
}
