-- The languages of this kiosk, in the order in which the language button goes through them.
-- One more is a row here and its text files: scripts/text/<code>.lua and text/<code>.lua of
-- every lesson; lesson-check names what is missing.
return {
  { code = "zh-CN", name = "中文", locale = "zh" }, -- lines break by the rules of `locale`
  { code = "en", name = "English", locale = "en" },
}
