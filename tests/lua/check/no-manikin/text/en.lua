return {
  points = "points", title = "Try",
  summary = "Try it",
  hello = "Hello",
  yes = "Yes",
  no = "No",
  help = "Call 120",
}
