#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_mistakes.py LESSON-CHECK: what an author gets wrong, and what lesson-check says of it.

Each row edits a sound lesson in one place; lesson-check then finds that one mistake and no
other, at its line, in Chinese and in English. With --print it shows the table, to be read as
somebody who has never programmed.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

LESSON = """\
-- A lesson of the tests: one card of each kind.
local function tell(result)
  if result.measured and result.trusted then
    card.show { text = "rate", value = result.count, unit = "times", scene = "press" }
  else
    card.show { text = "no_rate", scene = "press" }
  end
end

return {
  api = 1,
  id = "ID",
  topic = "first-aid",
  minutes = 2,
  audience = { "school", "adult" },
  sources = { "ERC 2021" },
  unsigned = { "why_forward" },
  quiz = {
    { ask = "how_long", scene = "press", "ten_minutes", { "one_minute", why = "too_short" }, right = 1, why = "why_long", source = "ERC 2021" },
    { ask = "what_after", scene = "press", "no_nose_blowing", { "run_about", why = "it_bleeds" }, right = 1 },
  },
  run = function()
    if card.ask {
      text = "what_to_do", scene = "press",
      "lean_forward", { "lean_back", why = "back_chokes" }, { "lie_down", why = "it_bleeds" },
      right = 1,
      why = "why_forward",
    } then
      card.praise()
    end
    card.order { text = "in_order", "first", "second", "third", scene = "press" }
    card.myth { scene = "press", text = "cold_helps", right = false, why = "why_cold" }
    local result = cpr.practice { scene = "press", seconds = 5, guideline = "adult" }
    tell(result)
    for i = 1, 2 do
      card.show { text = "again", scene = "press" }
    end
    local right, asked = quiz.run { take = 2 }
    if right == asked then
      card.praise { text = "all_right" }
    end
    card.show { text = "when_to_call", scene = "call-120", source = "ERC 2021" }
  end,
}
"""

WORDS = {
    "title": ("流鼻血", "Nosebleed"),
    "summary": ("坐下，低头，捏住。", "Sit, lean forward, press."),
    "rate": ("你按了：", "You pressed:"),
    "times": ("次", "times"),
    "no_rate": ("这次没有测到。", "Nothing was measured."),
    "how_long": ("要捏多久？", "How long do you press?"),
    "ten_minutes": ("十分钟", "Ten minutes"),
    "one_minute": ("一分钟", "One minute"),
    "too_short": ("一分钟太短，血还会流。", "One minute is too short: it bleeds on."),
    "it_bleeds": ("这样血流得更多。", "It bleeds more that way."),
    "back_chokes": ("仰着头，血会流进喉咙。", "Leaning back, the blood runs down the throat."),
    "why_long": ("血要十分钟才能止住。", "It takes ten minutes to stop."),
    "what_after": ("止住以后呢？", "And when it has stopped?"),
    "no_nose_blowing": ("别擤鼻子", "Do not blow your nose"),
    "run_about": ("马上去跑步", "Go for a run at once"),
    "what_to_do": ("你流鼻血了。怎么办？", "Your nose bleeds. What do you do?"),
    "lean_forward": ("低头，捏住鼻子", "Lean forward and press"),
    "lean_back": ("仰头", "Lean back"),
    "lie_down": ("躺下", "Lie down"),
    "why_forward": ("低头，血就不会流进喉咙。", "Leaning forward keeps it out of the throat."),
    "in_order": ("按次序来。", "Put it in order."),
    "first": ("坐下", "Sit down"),
    "second": ("低头", "Lean forward"),
    "third": ("捏住鼻子", "Press the nose"),
    "cold_helps": ("用纸巾堵住鼻子。", "Put paper into the nose."),
    "why_cold": ("拿出来的时候又会流血。", "It bleeds once more when it comes out."),
    "myth_true": ("真的", "True"),
    "myth_false": ("假的", "False"),
    "again": ("再捏一会儿。", "Press a while longer."),
    "all_right": ("全对了！", "All right!"),
    "when_to_call": ("二十分钟还止不住：打120。", "It has not stopped after 20 minutes: call 120."),
}
CODES = ("zh-CN", "en")


def texts(code):
    rows = "".join(f'  {key} = "{both[CODES.index(code)]}",\n' for key, both in WORDS.items())
    return f"return {{\n{rows}}}\n"


L, Z, E = "lesson.lua", "text/zh-CN.lua", "text/en.lua"
# what went wrong, file, what stands there, what the author typed, kind, other kinds that may be
# told with it; the line is that of the edit, plus the number at the end; a file and line at the
# end: there instead
MISTAKES = [
    ("Chinese quotes", L, 'text = "in_order"', "text = “in_order”", "twin_quote"),
    ("one Chinese quote", L, '"second",', '"second”,', "twin_quote"),
    ("corner quotes", L, 'text = "again"', "text = 「again」", "twin_quote"),
    ("Chinese comma", L, 'text = "what_to_do",', 'text = "what_to_do"，', "twin"),
    ("enumeration comma", L, '"second", "thi', '"second"、"thi', "twin"),
    ("Chinese parentheses", L, "card.praise()\n", "card.praise（）\n", "twin", "twin"),
    ("Chinese braces", L, "card.praise { text = \"all_right\" }",
     "card.praise ｛ text = \"all_right\" ｝", "twin", "twin"),
    ("full-width digits", L, "seconds = 5", "seconds = ５", "twin"),
    ("full-width equals", L, "minutes = 2", "minutes ＝ 2", "twin"),
    ("full-width letters", L, "right = false", "right = ｆａｌｓｅ", "twin"),
    ("full-width space", L, "    card.order", "　　card.order", "twin_space"),
    ("Chinese full stop", L, "card.praise()\n", "card。praise()\n", "twin"),
    ("Chinese dash for a remark", L, "-- A lesson", "—— A lesson", "twin"),
    ("words without quotes", L, 'text = "again"', "text = 再捏一会儿", "bare_words"),
    ("comma missing between fields", L, 'text = "what_to_do",', 'text = "what_to_do"', "no_comma"),
    ("comma missing between answers", L, '"second", "thi', '"second" "thi', "no_comma"),
    ("comma missing behind a number", L, "right = 1,\n      why", "right = 1\n      why",
     "no_comma"),
    ("comma missing in a text file", Z, '"坐下，低头，捏住。",', '"坐下，低头，捏住。"', "no_comma"),
    ("end of an if forgotten", L, "      card.praise()\n    end\n", "      card.praise()\n",
     "open_block", -3 - 3),
    ("end of a function forgotten", L, "  end\nend\n", "  end\n", "open_block", -5),
    ("end of a for forgotten", L, 'scene = "press" }\n    end\n    local right',
     'scene = "press" }\n    local right', "open_block", -1),
    ("brace of a card forgotten", L, 'why = "why_cold" }', 'why = "why_cold"', "open_brace"),
    ("last brace forgotten", L, "  end,\n}\n", "  end,\n", "open_brace", -33),
    ("parenthesis forgotten", L, "tell(result)\n    for", "tell(result\n    for", "open_brace"),
    ("quote forgotten at the end", L, 'text = "again"', 'text = "again', "odd_quotes"),
    ("quote forgotten at the end of a line", Z, '"躺下",', '"躺下,', "open_quote"),
    ("quote forgotten at the begin", Z, '"十分钟"', '十分钟"', "bare_words"),
    ("= for ==", L, "right == asked", "right = asked", "equals_twice"),
    ("then forgotten", L, "right == asked then", "right == asked", "no_opening"),
    ("do forgotten", L, "for i = 1, 2 do", "for i = 1, 2", "no_opening"),
    ("else if in two words", L, "  else\n", "  else if result.measured then\n", "else_if"),
    ("then misspelt", L, "right == asked then", "right == asked thne", "near_keyword"),
    ("function misspelt", L, "run = function()", "run = fucntion()", "near_keyword"),
    ("return forgotten", Z, "return {", "{", "no_return"),
    ("a brace too many", L, "  minutes = 2,", "  minutes = 2 },", "behind_return"),
    ("an end too many", L, "  end,\n}\n", "  end\n  end,\n}\n", "stray_close", 1),
    ("!= of other languages", L, "right == asked", "right != asked", "foreign_sign"),
    ("colon for equals", L, 'text = "again"', 'text: "again"', "colon_field"),
    ("equals forgotten", L, "minutes = 2", "minutes 2", "no_equals"),
    ("remark with slashes", L, "-- A lesson", "// A lesson", "comment_sign"),
    ("colon for dot", L, "card.order {", "card:order {", "colon_call"),
    ("function's name misspelt", L, "card.praise()\n", "card.prase()\n", "member_near"),
    ("module's name misspelt", L, "card.order {", "crad.order {", "name_near"),
    ("capital letter", L, "card.order {", "Card.order {", "name_near"),
    ("a function that is not there", L, "card.order {", "card.sort_everything {", "no_member"),
    ("scene without quotes", L, 'scene = "call-120"', "scene = thank", "unknown_name"),
    ("field misspelt", L, "right = 1,\n", "righ = 1,\n", "unknown_field_near", "right_forgotten",
     "why_unmarked"),
    ("why misspelt", L, 'why = "why_cold"', 'whyy = "why_cold"', "unknown_field_near"),
    ("field of the lesson misspelt", L, "minutes = 2", "minuts = 2", "unknown_field_near"),
    ("text's key misspelt", L, 'text = "in_order"', 'text = "in_oder"', "text_near"),
    ("text in one language only", E, '  again = "Press a while longer.",\n', "", "no_text", 0, L, 36),
    ("scene misspelt", L, 'scene = "call-120"', 'scene = "call-12"', "no_scene_meant"),
    ("guideline misspelt", L, 'guideline = "adult"', 'guideline = "adlut"', "guideline_near"),
    ("topic misspelt", L, 'topic = "first-aid"', 'topic = "firstaid"', "topic"),
    ("audience unknown", L, '"school", "adult"', '"schol", "adult"', "audience_near"),
    ("right forgotten", L, "      right = 1,\n      why = \"why_forward\",\n",
     "      why = \"why_forward\",\n", "right_forgotten", "why_unmarked", -3),
    ("right twice", L, "right = 1,\n      why", "right = 1,\n      right = 2,\n      why",
     "field_twice", "why_for_right", 1),
    ("right too high", L, "right = 1,\n      why", "right = 7,\n      why", "whole_range"),
    ("right in quotes", L, "right = 1,\n      why", 'right = "1",\n      why', "whole_range"),
    ("the same answer twice", L, '"second", "third"', '"second", "second"', "answer_twice"),
    ("two answers with the same words", Z, 'lie_down = "躺下"', 'lie_down = "仰头"', "same_words"),
    ("a key twice", Z, '  first = "坐下",\n', '  first = "坐下",\n  first = "站好",\n',
     "text_twice", 1),
    ("English still Chinese", E, '"Lie down"', '"躺下"', "still_chinese"),
    ("Chinese still English", Z, '"二十分钟还止不住：打120。"', '"Not stopped after 20 minutes: call 120."',
     "still_english"),
    ("a blank text", Z, '"再捏一会儿。"', '"  "', "blank_text"),
    ("a long text", Z, '"再捏一会儿。"', '"' + "再捏一会儿，" * 30 + '"', "text_long"),
    ("a character pupils do not know, and no word decides", Z, '"再捏一会儿。"', '"再捏一会儿，呛。"',
     "no_pinyin", "reading_guess"),
    ("a long title", Z, 'title = "流鼻血"', 'title = "' + "流鼻血怎么办" * 6 + '"', "text_long"),
    ("a long summary", E, '"Sit, lean forward, press."', '"' + "Sit, lean forward, press. " * 6 + '"',
     "text_long"),
    ("a letter no font has", Z, '"再捏一会儿。"', '"再捏一会儿\u0378。"', "no_letter"),
    ("title forgotten", Z, '  title = "流鼻血",\n', "", "no_title", -1),
    ("a comparison never true", L, "if right == asked then", "if right == 99 then", "unreachable",
     1),
    ("audience of one's own", L, '"school", "adult"', '"grandmothers", "adult"',
     "unknown_audience"),
    ("measured not asked for", L,
     'result.measured and result.trusted then\n    card.show { text = "rate", value = result.count',
     'result then\n    card.show { text = "rate", value = result.mean_rate_cpm * 2', "after",
     "unused", "unreachable", 1),
    ("a text that no card shows", Z, '  again = ', '  spare = "多出来的。",\n  again = ', "unused"),
    ("a value without a unit", L, ', unit = "times"', "", "no_unit", "unused"),
    ("120 never named", L, 'text = "when_to_call"', 'text = "again"', "without_120", "unused"),
    ("seconds too few", L, "seconds = 5", "seconds = 1", "number_range"),
    ("too few cards", L, "    for i = 1, 2 do", "    do return end\n    for i = 1, 2 do",
     "cards_few", "unreachable", "unused", "without_120", -13),
    ("too many cards", L, "for i = 1, 2 do", "for i = 1, 3 do", "cards_many", -13),
    ("too much to hear", Z, '"按次序来。"', '"' + "再捏一会儿。" * 200 + '"', "heard_long",
     "text_long", "minutes_other", 0, L, 22),
    ("minutes that are not what is heard", L, "minutes = 2", "minutes = 4", "minutes_other", 0),
    ("a source in Chinese", L, 'sources = { "ERC 2021" }', 'sources = { "ERC 2021", "某某指南" }',
     "source_chinese"),
    ("a card's source in Chinese", L, 'scene = "call-120", source = "ERC 2021"',
     'scene = "call-120", source = "某某指南"', "source_chinese"),
    ("explains first", L, "    if card.ask {\n",
     '    card.show { text = "again", scene = "press" }\n    if card.ask {\n', "explains_first",
     "cards_many"),
    ("a card without a picture", L, 'text = "again", scene = "press"', 'text = "again"',
     "no_picture"),
    ("a number without a source", Z, '"再捏一会儿。"', '"再捏 10 分钟。"', "no_source", 0, L, 36),
    ("a number in words without a source", Z, '"再捏一会儿。"', '"再捏二十分钟。"', "no_source", 0, L, 36),
    ("a number in English without a source", E, '"Press a while longer."',
     '"Press for twenty more minutes, 5 to 6 cm."', "no_source", 0, L, 36),
    ("counted before alone", L, 'card.show { text = "again", scene = "press" }',
     'card.ask { text = "again", scene = "press", count = "before", "first", "second", "third" }',
     "counted_once"),
    ("counted with a right answer", L, 'card.show { text = "again", scene = "press" }',
     'card.ask { text = "again", count = "before", "first", "second", "third", right = 1 }',
     "count_right"),
    ("counted with two answers", L, 'card.show { text = "again", scene = "press" }',
     'card.ask { text = "again", count = "before", "first", "second" }', "count_three"),
    ("counted at some time", L, 'card.show { text = "again", scene = "press" }',
     'card.ask { text = "again", count = "during", "first", "second", "third" }', "count_when"),
    ("counted after before before", L, 'card.show { text = "again", scene = "press" }',
     'card.ask { text = "again", scene = "press", count = i == 1 and "after" or "before", "first", "second", "third" }',
     "counted_late"),
    ("counted with other answers", L, 'card.show { text = "again", scene = "press" }',
     'card.ask { text = "again", scene = "press", count = i == 1 and "before" or "after", "first", "second", i == 1 and "third" or "times" }',
     "counted_other"),
    ("a moment without a picture", L, 'card.show { text = "again", scene = "press" }',
     'scene.watch { text = "again", { "first" } }', "moment_scene"),
    ("a moment without words", L, 'card.show { text = "again", scene = "press" }',
     'scene.watch { text = "again", { scene = "press" } }', "moment_table"),
    ("picture of a moment misspelt", L, 'card.show { text = "again", scene = "press" }',
     'scene.watch { text = "again", scene = "press", { "first", scene = "pres" } }',
     "no_scene_meant"),
    ("no text for the unit of what is found", L, 'card.show { text = "again", scene = "press" }',
     'cpr.coach { seconds = 5, guideline = "light", scene = "press", no_manikin = "again", not_trusted = "again", too_little = "again", too_slow = "again", too_fast = "again", well_pressed = "again", not_released = "again" }',
     "no_text_named"),
    ("what is found without words of its own", L, 'card.show { text = "again", scene = "press" }',
     'cpr.coach { seconds = 5, scene = "press", no_manikin = { scene = "press" } }',
     "tip_table"),
    ("a wrong answer without a reason", L, '{ "lie_down", why = "it_bleeds" }', '"lie_down"',
     "no_own_why", -2),
    ("a card outside of run", L, "return {\n", 'card.praise()\nreturn {\n', "outside_run"),
]


def write(folder, identity, edit):
    _, file, wanted, typed, *_ = edit
    sources = {L: LESSON.replace('"ID"', f'"{identity}"'), Z: texts("zh-CN"), E: texts("en")}
    at = sources[file].find(wanted)
    if at < 0:
        sys.exit(f"{edit[0]}: {wanted!r} does not stand in {file}")
    line = sources[file].count("\n", 0, at) + 1
    sources[file] = sources[file].replace(wanted, typed, 1)
    for name, source in sources.items():
        path = folder / identity / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return line


def check(program, folder, lang):
    environment = {**os.environ, "LIFE_KIOSK_LANGUAGES": "tests/languages.lua"}
    told = subprocess.run([program, "--lang", lang, str(folder)], env=environment, text=True,
                          capture_output=True, encoding="utf-8")
    if told.returncode != 1:
        sys.exit(f"exit {told.returncode}: {told.stderr}")
    found = {}
    for line in told.stdout.splitlines():
        row = re.fullmatch(rf"{re.escape(str(folder))}/([\w-]+)/([\w./-]+):(\d+): (\w+): (.*)", line)
        if not row:
            sys.exit(f"not a finding: {line}")
        found.setdefault(row[1], []).append((row[2], int(row[3]), row[4], row[5]))
    return found


def sentences(lang):
    lua = pathlib.Path(f"scripts/check/{lang}.lua").read_text(encoding="utf-8")
    return {key: text.replace('\\"', '"').replace("\\\\", "\\")
            for key, text in re.findall(r'^    (\w+) = "(.*)",$', lua, re.M)}


def is_of(text, kind, known):
    parts = [re.escape(part) for part in re.split(r"\{\w+\}", known[kind])]
    return re.search(".*".join(parts), text) is not None


program = sys.argv[1]
shown = "--print" in sys.argv
faults = 0
with tempfile.TemporaryDirectory(prefix="mistakes-") as name:
    folder = pathlib.Path(name)
    lines = {}
    for number, edit in enumerate(MISTAKES, 1):
        lines[number] = write(folder, f"m{number:02}", edit)
    write(folder, "sound", ("nothing", L, "-- A lesson", "-- A lesson", None))
    for lang in ("en", "zh-CN"):
        found = check(program, folder, lang)
        known = sentences(lang)
        if found.get("sound"):
            print(f"{lang}: the sound lesson: {found['sound']}")
            faults += 1
        for number, edit in enumerate(MISTAKES, 1):
            what, file, _, _, kind, *rest = edit
            off = next((it for it in rest if isinstance(it, int)), 0)
            more = [it for it in rest if isinstance(it, str) and it not in (L, Z, E)]
            told = found.get(f"m{number:02}", [])
            place = (rest[-2], rest[-1]) if len(rest) > 2 and rest[-2] in (L, Z, E) else \
                (file, lines[number] + off)
            hits = [it for it in told if kind and is_of(it[3], kind, known)]
            allowed = [it for it in told
                       if any(is_of(it[3], other, known) for other in [kind, *more] if other)]
            right = (hits and (hits[0][0], hits[0][1]) == place and len(allowed) == len(told)) \
                if kind else bool(told)
            if not right:
                print(f"{lang}: {number} {what}: expected {kind} at {place}, got {told}")
                faults += 1
            if shown:
                print(f"{number:2} {what}\n   " + "\n   ".join(
                    f"{it[0]}:{it[1]}: {it[2]}: {it[3]}" for it in told))
print(f"{len(MISTAKES)} mistakes, {faults} not told as expected")
sys.exit(bool(faults))
