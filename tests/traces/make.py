#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make.py: writes the made traces beside itself, always the same bytes.

Each is what a recording may look like, in one of the spellings a recording may have.
Their expected results, *.json, are cpr-analyze's own, looked at before they were kept.
"""

import math
import pathlib

HERE = pathlib.Path(__file__).resolve().parent


def pushes(count, rate, depth, lean=0.0, start=0.0):
    """The times and peaks of a bout."""
    period = 60 / rate
    return [(start + i * period, period, depth, lean) for i in range(count)]


def chest(bouts, t):
    for start, period, depth, lean in bouts:
        if start <= t < start + period:
            phase = (t - start) / period
            return lean + (depth - lean) * (1 - math.cos(2 * math.pi * phase)) / 2
    return 0.0


class Noise:
    """A small linear congruence, so that no library's version matters."""

    def __init__(self):
        self.state = 20240501

    def share(self):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return self.state / 2**31

    def between(self, low, high):
        return low + (high - low) * self.share()


def write(name, header, rows, comments_before=(), comments_after=()):
    lines = [*comments_before, header, *rows, *comments_after]
    (HERE / f"{name}.csv").write_text("\n".join(lines) + "\n")


def perfect():
    bouts = pushes(22, 110, 55, start=0.5)
    rows = [f"{i * 10},{chest(bouts, i / 100):.1f}" for i in range(1300)]
    write("perfect", "t_ms,depth_mm", rows)


def shallow_fast_leaning():
    bouts = pushes(26, 131, 44, lean=9, start=0.8)
    rows = [f"{i / 100:.2f},{chest(bouts, i / 100):.1f}" for i in range(1340)]
    write("shallow_fast_leaning", "t_s,depth_mm", rows)


def thirty_two():
    """The window and the guideline stand behind the samples, as the kiosk writes them."""
    bouts = pushes(30, 112, 54, start=1) + pushes(30, 108, 53, start=22)
    rows = [f"{i * 20}.000,{chest(bouts, i / 50):.1f},0" for i in range(2000)]
    write("thirty_two", "t_ms,depth_mm,lost", rows,
          comments_before=["# guideline: erc-2025/adult"],
          comments_after=["# window_s: 1.000 38.000"])


def hands_and_breaths():
    bouts = pushes(15, 110, 55, start=0.5) + pushes(15, 110, 55, start=14)
    breaths = [(9.5, 600), (11.5, 900)]
    rows = []
    for i in range(2300):
        t = i / 100
        volume = 0.0
        for start, ml in breaths:
            if start <= t < start + 2:
                volume = ml * (t - start if t < start + 1 else start + 2 - t)
        hands = 0 if t < 10 else 4
        rows.append(f"{i * 10000},{chest(bouts, t):.1f},{chest(bouts, t) * 7:.0f},"
                    f"{volume:.0f},{hands}")
    write("hands_and_breaths", "t_us,depth_mm,force_n,volume_ml,hands", rows)


def dirty_sensor():
    """Uneven, noisy, whole millimetres, 5 % lost, and yet to be read."""
    noise = Noise()
    bouts = pushes(24, 105, 52, lean=3, start=0.7)
    rows, t, lost = [], 0.0, 0
    while t < 15:
        t += noise.between(0.008, 0.020)
        if noise.share() < 0.05:
            lost += 1
            continue
        rows.append(f"{t * 1000:.3f},{chest(bouts, t) + noise.between(-0.5, 0.5):.0f},{lost}")
        lost = 0
    write("dirty_sensor", "t_ms,depth_mm,lost", rows)


def unplugged():
    """The cable is out for 6 s of 20."""
    bouts = pushes(36, 110, 55, start=0.4)
    rows = [f"{i * 10},{chest(bouts, i / 100):.1f}" for i in range(2000)
            if not 700 < i < 1300]
    write("unplugged", "t_ms,depth_mm", rows)


def clipped():
    """The sensor's travel ends at 41 mm."""
    bouts = pushes(20, 110, 55, start=0.4)
    rows = [f"{i * 10},{min(41, chest(bouts, i / 100)):.1f}" for i in range(1200)]
    write("clipped", "t_ms,depth_mm", rows)


def nobody():
    rows = [f"{i * 20},{0.1 * (i % 3):.1f}" for i in range(300)]
    write("nobody", "t_ms,depth_mm", rows)


for make in (perfect, shallow_fast_leaning, thirty_two, hands_and_breaths, dirty_sensor,
             unplugged, clipped, nobody):
    make()
