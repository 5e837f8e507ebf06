-- The languages of this kiosk, in the order in which the language button goes through them.
-- One more is a row here and its text files: scripts/text/<code>.lua and text/<code>.lua of
-- every lesson; lesson-check names what is missing.
-- Lines break, and numbers are said, by the rules of `locale`; `engine` is the voice of
-- espeak-ng that reads what nobody has recorded. scripts/speech/<code>.lua says how.
-- `voices` are those that a visitor may choose between, by the name they give themselves: the
-- language's own first, which speaks wherever another has not recorded a whole screen. One
-- that is recorded nowhere is not offered.
return {
  { code = "zh-CN", name = "中文", locale = "zh", engine = "cmn-latn-pinyin",
    voices = {
      { code = "zh-CN", name = "普通话" },
      { code = "zh-CN@jiashan", name = "嘉善话" },
    } },
  { code = "en", name = "English", locale = "en", engine = "en-gb" },
}
