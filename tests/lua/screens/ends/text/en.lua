return {
  title = "The end", summary = "Call 120, press hard and fast, and do not stop until help has come.",
  press = "Press in the centre of the chest.",
}
