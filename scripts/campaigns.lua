-- What comes first for some days of the year, on attract and on home. `from` and `to` are a month
-- and a day, both included, and may go over the year's end; or `nth` weekday of `month` (5: the
-- last; 1 is Monday), so many days `before` and `after` it. Of several at once the shortest comes
-- first. `title` and `words` are keys of text/; a lesson that is not there is passed over.
return {
  { id = "red-cross-day", from = "05-01", to = "05-08",
    title = "campaign_red_cross_day", words = "campaign_red_cross_day_words",
    scene = "battlefield-aid", lessons = { "solferino", "adult-cpr", "call-120" } },
  { id = "first-aid-day", month = 9, nth = 2, weekday = 6, before = 6,
    title = "campaign_first_aid_day", words = "campaign_first_aid_day_words",
    scene = "press", lessons = { "adult-cpr", "aed", "choking", "bleeding" } },
  { id = "drowning", from = "05-15", to = "09-15",
    title = "campaign_drowning", words = "campaign_drowning_words", scene = "river-bank",
    lessons = { "drowning", "child-cpr", "adult-cpr-breaths" } },
  { id = "heat", from = "06-15", to = "08-31",
    title = "campaign_heat", words = "campaign_heat_words", scene = "heat-shade",
    lessons = { "heat", "fainting" } },
  { id = "typhoon", from = "07-15", to = "09-30",
    title = "campaign_typhoon", words = "campaign_typhoon_words",
    scene = "fallen-wire", lessons = { "scene-safety", "call-120" } },
}
