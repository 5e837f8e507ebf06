-- What home offers to learn, in this order: a tile a topic. A lesson says where it belongs by
-- `topic`; one that does not belongs to the first. `title` and `words` are keys of text/.
return {
  { id = "first-aid", title = "home_first_aid", words = "home_first_aid_words",
    icon = "plus", colour = "green" },
  { id = "history", title = "home_history", words = "home_history_words",
    icon = "heart", colour = "coral" },
}
