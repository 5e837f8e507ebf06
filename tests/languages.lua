-- The languages of the tests: a language more in scripts/languages.lua changes none of them.
return {
  { code = "zh-CN", name = "中文", locale = "zh" },
  { code = "en", name = "English", locale = "en" },
}
