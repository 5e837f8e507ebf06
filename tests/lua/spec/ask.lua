-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local ok, choice = card.ask { text = "hello", "a", "b", "c", right = 3 }
    assert(ok == true and choice == 3)
    ok, choice = card.ask { text = "hello", "a", "pick", "c", right = 3, why = "because" }
    assert(ok == false and choice == 2)
    -- Without a right answer it says what was chosen, as the author counts.
    choice = card.ask { text = "hello", "a", "b", "pick", "d" }
    assert(choice == 3)
  end,
}
