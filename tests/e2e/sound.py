#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sound.py BIN: the sound of a story, measured in the file, and what it says it said.

A learner whose pushes are too shallow (a good one is answered by a tick) presses for a
minute. Another visitor wants it louder, and the next one hears it as before.
"""

import array
import pathlib
import re
import subprocess
import sys
import tempfile
import wave

RATE = 48000
STORIES = "tests/e2e"
BEAT = 60 / 110 * RATE


def run(binary, out, story):
    command = [binary, "--headless", "1280x720", "--lang", "zh-CN",
               "--story", f"{STORIES}/{story}.story",
               "--out", str(out), "--data", str(out / "data"), "--manikin", "sim:depth=42,rate=110"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the story failed:\n{done.stderr}")
    with wave.open(str(out / "sound.wav")) as file:
        assert file.getframerate() == RATE and file.getnchannels() == 1
        samples = array.array("h", file.readframes(file.getnframes()))
    spoken = []
    for line in (out / "spoken.txt").read_text("utf-8").splitlines():
        time_s, words = line.split(" ", 1)
        spoken.append((float(time_s), words))
    return samples, spoken


def loudness(samples, from_s, to_s):
    piece = samples[int(from_s * RATE):int(to_s * RATE)]
    return (sum(x * x for x in piece) / max(len(piece), 1)) ** 0.5


def beats(samples, from_s, to_s):
    """Where a knock begins: sound after 0.2 s of silence."""
    found, silent = [], 0
    for at in range(int(from_s * RATE), int(to_s * RATE)):
        if samples[at] == 0:
            silent += 1
        else:
            if silent > 0.2 * RATE:
                found.append(at)
            silent = 0
    return found


def own_volume(binary):
    """Home's first line, said as usual, after two steps more, and to the next visitor."""
    with tempfile.TemporaryDirectory() as folder:
        samples, spoken = run(binary, pathlib.Path(folder), "wishes")
    first = spoken[0][1]
    loud = [loudness(samples, t, t + 1.2) for t, words in spoken if words == first]
    print(f"# the same line three times: {', '.join(f'{x:.0f}' for x in loud)}")
    assert len(loud) == 3, "home was not read three times"
    assert loud[1] > 3 * loud[0] > 300, "two steps more are not louder"
    assert abs(loud[2] / loud[0] - 1) < 0.01, "the next visitor hears another's volume"


def main():
    binary = sys.argv[1]
    own_volume(binary)
    with tempfile.TemporaryDirectory() as folder:
        samples, spoken = run(binary, pathlib.Path(folder), "sound")
    print("\n".join(f"# {time_s:.2f} {words}" for time_s, words in spoken))

    assert loudness(samples, 0, 1) == 0, "attract is not silent"
    assert loudness(samples, 1.2, 1.9) > 100, "home is not read"
    # The story's tap comes down at 2.0 s and some frames.
    assert loudness(samples, 2.2, 3.55) == 0, "a touch is not silence"
    assert loudness(samples, 3.75, 5) > 100, "the key does not repeat"
    words = [words for _, words in spoken]
    assert words[0] == words[1], "the key reads something else than the screen"
    assert any("跪在旁边" in w for w in words), "the way to press is not read"
    assert not any(re.search(r"[0-9%]", w) for w in words), "a sign is spoken"

    # The longest time in which nothing is said has the beat alone.
    times = [time_s for time_s, _ in spoken if time_s > 10]
    gap, begin = max((b - a, a) for a, b in zip(times, times[1:]))
    knocks = beats(samples, begin + 4, begin + gap - 0.2)
    off = [abs((b - a) - BEAT) for a, b in zip(knocks, knocks[1:])]
    print(f"# {len(knocks)} beats, worst interval {max(off) * 1000 / RATE:.3f} ms from 60/110 s")
    assert len(knocks) > 5 and max(off) <= RATE / 1000, "the beat is more than 1 ms off"


main()
