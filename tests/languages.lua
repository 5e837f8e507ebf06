-- The languages of the tests: a language more in scripts/languages.lua changes none of them.
return {
  { code = "zh-CN", name = "中文", locale = "zh",
    voices = {
      { code = "zh-CN", name = "普通话" },
      { code = "zh-CN@jiashan", name = "嘉善话" },
    } },
  { code = "en", name = "English", locale = "en" },
}
