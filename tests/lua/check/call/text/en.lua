return {
  title = "Calling", summary = "Calling for help.", he_fell = "He does not respond.", house = "Group 3, house 12",
  they_search = "They would search.", nothing = "Come quickly", long = "He does not breathe",
}
