-- SPDX-License-Identifier: CC-BY-4.0
-- How one evening in 1859 became the Red Cross and the Geneva Conventions.

return {
  api = 1,
  id = "solferino",
  version = 2,
  topic = "history",
  minutes = 4,
  audience = { "school", "adult" },
  sources = { "ICRC", "nobelprize.org", "redcross.int", "IRRC" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_battle", "not_sell", "not_own_first", "not_loudest", "not_bank", "not_army",
    "not_religion", "not_surrender", "not_thanks", "why_convention", "not_1859", "not_1949",
    "not_1863", "not_1917", "not_three", "not_ten", "not_geneva", "not_beijing",
  },

  quiz = {
    { ask = "q_brothers", scene = "battlefield-aid",
      "all_brothers", { "we_surrender", why = "not_surrender" },
      { "thank_you", why = "not_thanks" },
      right = 1, why = "why_brothers", source = "nobelprize.org" },
    { ask = "q_convention", scene = "dunant-writing",
      "year_1864", { "year_1859", why = "not_1859" }, { "year_1949", why = "not_1949" },
      right = 1, why = "why_convention" },
    { ask = "q_nobel", scene = "dunant-writing",
      "year_1901", { "year_1863", why = "not_1863" }, { "year_1917", why = "not_1917" },
      right = 1, why = "why_nobel", source = "redcross.int" },
    { ask = "q_principles", scene = "battlefield-aid",
      "seven", { "three", why = "not_three" }, { "ten", why = "not_ten" },
      right = 1, why = "why_principles", source = "ICRC" },
    { ask = "q_china", scene = "battlefield-aid",
      "shanghai_1904", { "geneva_1863", why = "not_geneva" },
      { "beijing_1949", why = "not_beijing" },
      right = 1, why = "why_china" },
  },

  run = function()
    card.ask {
      scene = "battlefield-aid", text = "what_did_he_do",
      "help_everyone", { "join_battle", why = "not_battle", shows = "leave-them" },
      { "sell_medicine", why = "not_sell", shows = "sell-help" },
      right = 1, why = "why_help", source = "ICRC",
    }
    card.ask {
      scene = "battlefield-aid", text = "who_first",
      "worst_first", { "own_first", why = "not_own_first" },
      { "loudest_first", why = "not_loudest" },
      right = 1, why = "why_worst_first", source = "ICRC",
    }
    card.ask {
      scene = "dunant-writing", text = "which_two_ideas",
      "societies_and_treaty", { "hospital_and_bank", why = "not_bank" },
      { "army_and_flag", why = "not_army" },
      right = 1, why = "why_ideas", source = "ICRC",
    }
    card.show { scene = "conference-1863", text = "convention", source = "nobelprize.org" }
    card.order {
      scene = "conference-1863", text = "put_in_order",
      "step_solferino", "step_book", "step_committee", "step_convention",
      why = "why_order",
    }
    card.show { scene = "dunant-writing", text = "prize", source = "IRRC" }
    card.myth {
      scene = "battlefield-aid", text = "myth_religion", right = false, why = "why_no_religion",
      wrong = { why = "not_religion" }, source = "ICRC",
    }
    card.show { scene = "thank-you", text = "today", source = "ICRC" }
    card.show { scene = "thank-you", text = "china" }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "your_turn" }
  end,
}
