-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    assert(("abc"):upper() == "ABC" and ("x"):rep(3, "-") == "x-x-x")
    assert(string.format("%d of %s, %.1f, %%", 3, "four", 0.25) == "3 of four, 0.2, %")
    assert(string.format("%5s|%q", true, "x") == " true|\"x\"")
    local from, to = ("1 + 1"):find("+", 1, true)
    assert(from == 3 and to == 3)
    assert(("abcabc"):find("b", 3) == 5 and ("abc"):find("z") == nil)
    assert(("abc"):find("c", -1) == 3 and ("abc"):find("", 4) == 4 and ("abc"):find("", 5) == nil)
    assert(("heart"):sub(2, 4) == "ear" and #"心" == 3 and utf8.len("心肺") == 2)
    local list = { 3, 1, 2 }
    table.sort(list)
    assert(table.concat(list, ",") == "1,2,3")
    table.insert(list, 1, 0)
    assert(table.remove(list) == 3 and #list == 3)
    assert(select("#", table.unpack(list)) == 3)
    assert(math.floor(2.7) == 2 and math.max(1, 5, 3) == 5)
    local dice = math.random(6)
    assert(dice >= 1 and dice <= 6)
    assert(tostring(nil) == "nil" and tostring(12) == "12" and tostring({}) == "table")
    assert(tonumber("12") == 12 and type(list) == "table")
    local keys = 0
    for _ in pairs { a = 1, b = 2 } do keys = keys + 1 end
    assert(keys == 2 and next({}) == nil)
  end,
}
