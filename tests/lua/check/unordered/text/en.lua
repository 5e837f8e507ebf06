return {
  title = "Unordered",
  summary = "Never the same twice",
  which = "Which?",
  a = "A",
  b = "B",
}
