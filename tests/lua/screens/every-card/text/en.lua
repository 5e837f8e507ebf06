return {
  title = "Every card", summary = "Look for danger, call 120, press hard and fast in the centre of the chest.",
  order = "What comes first?", look = "Look for danger", shout = "Shout and tap", call = "Call 120", push = "Chest compressions",
  match = "Who needs what?", no_breath = "Not breathing", blood = "Bleeding", wound = "Press on the wound", choking = "Choking", back = "Back blows",
  myth = "Whoever presses wrongly does harm, so it is better to do nothing.", myth_true = "True", myth_false = "Not true",
  why = "Cars, wires, smoke, water: you can help only while you are safe yourself. Without help he will certainly die.",
  first_time = "Is this your first time?", yes = "Yes", no = "No",
  value = "Your rate, pushes a minute", practise = "Kneel down and press for ten seconds.",
}
