#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""recorded.py BIN_FOLDER: a volunteer records a prompt, and visitors hear it.

A file stands for the microphone: its voice is a row of tones that no engine makes. The
prompt is recorded on the staff's page, a visitor presses too shallowly, and the tones
have to stand in sound.wav where the prompt is said, and nowhere else: the screens, of
which nothing is recorded, are the engine's. The tests' own languages have no engine: there
the recording speaks all the same, and more slowly when asked to. A run has three of the five
cases, the next run others; TEST_ALL=1 has all.
"""

import array
import functools
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import wave

from share import share

RATE = 48000
TONES = [620, 1130, 840, 1490]
TONE_S = 0.4
KEY = "prompt_deeper"
WINDOW = RATE // 20
PIN = ["135790"] * 2


def write_microphone(path):
    """A room that is nearly silent, the tones, the room again."""
    samples = array.array("h")
    parts = [(0, 1.0)] + [(hz, TONE_S) for hz in TONES] + [(0, 1.4)]
    for hz, seconds in parts:
        for i in range(int(seconds * RATE)):
            voice = 9000 * math.sin(2 * math.pi * hz * i / RATE) if hz else 0
            samples.append(int(voice + 20 * math.sin(i * 0.007)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


@functools.cache
def line_number(folder):
    """How many lines stand before the prompt on the page, and its words."""
    said = subprocess.run([folder / "lesson-check", "--lang", "en", "--voice"], capture_output=True, text=True)
    lines = re.findall(r": zh-CN: (\w+): not recorded: (.*)", said.stdout)
    at = [key for key, _ in lines].index(KEY)
    return at, lines[at][1]


def story(before, voice_taps, chosen, slower):
    lines = ["wait 200", "hold #corner 3000", "until screen staff 5000", "wait 100"]
    for pin in PIN:
        lines += [f"tap #pin-{digit}" for digit in pin] + ["tap #pin-ok", "wait 100"]
    lines += ["tap #set-up", "wait 100", "tap #recordings", "wait 1500"]
    lines += ["tap #whose", "wait 100"] * voice_taps
    lines += ["tap #after", "wait 50"] * before
    lines += ["shot page", "tap #record", "wait 4000", "tap #stop", "wait 3000", "tap #keep",
              "wait 300", "shot kept", "tap #back", "wait 200", "tap #back",
              "until screen attract 3000", "wait 500", "tap #wake", "until screen home 3000",
              "wait 1000", "shot home"]
    lines += ["tap #voice", "wait 1500"] if chosen else []
    lines += ["tap #sound", "wait 500"] * (2 * slower)
    lines += ["tap #practice", "until screen practice 3000", "wait 300", "tap #stage-helped",
              "wait 300", "tap #adult", "wait 14000", "until silent 5000"]
    return "\n".join(lines) + "\n"


def strength(samples, begin, hz):
    """Share of a window's energy that is at `hz`."""
    piece = samples[begin:begin + WINDOW]
    energy = sum(x * x for x in piece)
    if energy < WINDOW * 200 * 200:
        return 0
    turn = 2 * math.cos(2 * math.pi * hz / RATE)
    one = two = 0.0
    for x in piece:
        one, two = x + turn * one - two, one
    return 2 * (one * one + two * two - turn * one * two) / (energy * len(piece))


def tone_at(samples, begin):
    return next((hz for hz in TONES if strength(samples, begin, hz) > 0.7), 0)


def find_voice(samples, from_s, to_s):
    """When all the tones are heard in their order, and from the first to the last of them."""
    heard, found = [], []
    for begin in range(int(from_s * RATE), int(to_s * RATE) - WINDOW, WINDOW):
        hz = tone_at(samples, begin)
        if hz and (not heard or heard[-1][0] != hz):
            heard.append((hz, begin / RATE))
    for i in range(len(heard) - len(TONES) + 1):
        if [hz for hz, _ in heard[i:i + len(TONES)]] == TONES:
            found.append((heard[i][1], heard[i + len(TONES) - 1][1] - heard[i][1]))
    return found


def run(folder, out, voice_taps, chosen, languages, slower):
    before, words = line_number(folder)
    out.mkdir()
    write_microphone(out / "microphone.wav")
    (out / "recorded.story").write_text(story(before, voice_taps, chosen, slower), "utf-8")
    command = ["tests/e2e/run_story.sh", folder, out / "kept", out / "recorded.story",
               "--lang", "zh-CN", "--manikin", "sim:depth=38,rate=110",
               "--microphone", out / "microphone.wav"]
    done = subprocess.run(command, capture_output=True, text=True,
                          env=dict(os.environ, LIFE_KIOSK_LANGUAGES=languages))
    if done.returncode != 0:
        sys.exit(f"the story failed:\n{done.stderr}")
    with wave.open(str(out / "kept" / "sound.wav")) as file:
        samples = array.array("h", file.readframes(file.getnframes()))
    spoken = [line.split(" ", 1) for line in
              (out / "kept" / "spoken.txt").read_text("utf-8").splitlines()]
    return samples, [(float(time_s), said) for time_s, said in spoken], words


def loudness(samples, from_s, to_s):
    piece = samples[int(from_s * RATE):int(to_s * RATE)]
    return (sum(x * x for x in piece) / max(len(piece), 1)) ** 0.5


def check(name, samples, spoken, words, recorded, engine, slower):
    visit_s = spoken[0][0]
    prompts = [time_s for time_s, said in spoken if said == words]
    heard = find_voice(samples, visit_s - 0.5, len(samples) / RATE)
    print(f"# {name}: played back at {find_voice(samples, 0, visit_s - 0.5)}, prompt at "
          f"{prompts}, recording heard at {heard}")
    assert len(find_voice(samples, 0, visit_s - 0.5)) == 1, "it is not played back"
    assert prompts, f"{words} is never said"
    assert (spoken[0][1] != words) == engine, "home is not read, or read without an engine"
    assert not engine or loudness(samples, visit_s + 0.2, visit_s + 0.9) > 100, "home is silent"
    if not recorded:
        assert not heard, "a voice that nobody has chosen is heard"
        assert all(loudness(samples, t, t + 0.8) > 100 for t in prompts), "no prompt is said"
        return
    assert len(heard) == len(prompts), "some prompts are not the recording"
    pace = TONE_S * (len(TONES) - 1) * (1.3 if slower else 1)
    assert all(abs(length - pace) < 0.11 for _, length in heard), "the pace is another"
    for (time_s, _), prompt_s in zip(heard, prompts):
        assert abs(time_s - prompt_s) < 0.5, "the recording is heard when nothing is said"


def main():
    folder = pathlib.Path(sys.argv[1])
    own, none = "scripts/languages.lua", "tests/languages.lua"
    runs = [("Mandarin", 0, False, own, True, False),
            ("Jiashan, chosen", 1, True, own, True, False),
            ("Jiashan, not chosen", 1, False, own, False, False),
            ("Jiashan without an engine", 1, True, none, True, False),
            ("the same, more slowly", 1, True, none, True, True)]
    with tempfile.TemporaryDirectory() as out:
        for number, (name, taps, chosen, languages, recorded, slower) in enumerate(share(runs, 3)):
            samples, spoken, words = run(folder, pathlib.Path(out) / str(number), taps, chosen,
                                         languages, slower)
            check(name, samples, spoken, words, recorded, languages == own, slower)


main()
