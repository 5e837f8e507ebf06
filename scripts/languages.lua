-- The languages of this kiosk, in the order in which the language button goes through them.
-- One more is a row here and its text files: scripts/text/<code>.lua and text/<code>.lua of
-- every lesson; lesson-check names what is missing.
-- Lines break, and numbers are said, by the rules of `locale`; `engine` is the voice of
-- espeak-ng that reads what nobody has recorded. scripts/speech/<code>.lua says how.
return {
  { code = "zh-CN", name = "中文", locale = "zh", engine = "cmn-latn-pinyin" },
  { code = "en", name = "English", locale = "en", engine = "en-gb" },
}
