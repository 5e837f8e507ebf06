-- SPDX-License-Identifier: CC-BY-4.0
-- How one evening in 1859 became the Red Cross and the Geneva Conventions.

return {
  api = 1,
  id = "solferino",
  version = 1,
  topic = "history",
  minutes = 4,
  audience = { "school", "adult" },
  sources = { "ICRC", "nobelprize.org", "redcross.int", "IRRC" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = { "convention", "why_convention", "not_battle", "not_sell" },

  quiz = {
    { ask = "q_brothers", "all_brothers", "we_surrender", "thank_you",
      right = 1, why = "why_brothers", source = "nobelprize.org" },
    { ask = "q_first_help", scene = "battlefield-aid",
      "help_everyone", { "join_battle", why = "not_battle", shows = "leave-them" },
      { "sell_medicine", why = "not_sell", shows = "sell-help" },
      right = 1, why = "why_help", source = "ICRC" },
    { ask = "q_two_ideas", "societies_and_treaty", "hospital_and_bank", "army_and_flag",
      right = 1, why = "why_ideas", source = "ICRC" },
    { ask = "q_convention", "year_1864", "year_1859", "year_1949",
      right = 1, why = "why_convention" },
    { ask = "q_nobel", "year_1901", "year_1863", "year_1917",
      right = 1, why = "why_nobel", source = "redcross.int" },
    { ask = "q_principles", "seven", "three", "ten",
      right = 1, why = "why_principles", source = "ICRC" },
    { ask = "q_china", "shanghai_1904", "geneva_1863", "beijing_1949",
      right = 1, why = "why_china" },
  },

  run = function()
    card.show { scene = "battlefield-aid", text = "battle", source = "ICRC" }
    card.show {
      scene = "battlefield-aid", text = "wounded", value = 9000, unit = "people", source = "ICRC"
    }
    card.ask {
      scene = "battlefield-aid", text = "what_did_he_do",
      "help_everyone", { "join_battle", why = "not_battle", shows = "leave-them" },
      { "sell_medicine", why = "not_sell", shows = "sell-help" },
      right = 1, why = "why_help", source = "ICRC",
    }
    card.show { scene = "battlefield-aid", text = "brothers", source = "nobelprize.org" }
    if card.ask {
      text = "who_first",
      "worst_first", "own_team_first", "who_asks_first",
      right = 1, why = "why_worst_first", source = "ICRC",
    } then
      card.praise()
    end

    card.show { scene = "dunant-writing", text = "book", source = "ICRC" }
    card.ask {
      scene = "dunant-writing", text = "q_two_ideas",
      "societies_and_treaty", "hospital_and_bank", "army_and_flag",
      right = 1, why = "why_ideas", source = "ICRC",
    }
    card.show { scene = "conference-1863", text = "committee" }
    card.show { scene = "conference-1863", text = "convention" }
    card.order {
      text = "put_in_order",
      "step_solferino", "step_book", "step_committee", "step_convention",
      why = "why_order",
    }

    card.show { scene = "dunant-writing", text = "prize", source = "nobelprize.org" }
    card.myth { text = "myth_religion", right = false, why = "why_no_religion" }
    card.show { scene = "thank-you", text = "today" }
    card.show { scene = "thank-you", text = "china" }

    local right, asked = quiz.run { take = 5 }
    if right == asked then
      card.praise { text = "all_right" }
    else
      card.show { scene = "thank-you", text = "well_done", value = right, unit = "answers" }
    end
    card.show { scene = "call-120", text = "your_turn" }
  end,
}
