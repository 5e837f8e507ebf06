#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make.py: writes the made traces beside itself, always the same bytes.

Each is what a recording may look like, in one of the spellings a recording may have.
infant_shallow.csv alone is older than this program: 40 pushes of 12 to 21 mm at 120 /min on
an infant, 2.5 s at rest before, 0.15 mm of noise. Their expected results, *.json, are cpr-analyze's own, looked at before they were kept.
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


def cycles():
    """The window and the guideline stand behind the samples, as the kiosk writes them."""
    bouts = pushes(30, 112, 54, start=1) + pushes(30, 108, 53, start=22)
    rows = [f"{i * 20}.000,{chest(bouts, i / 50):.1f},0" for i in range(2000)]
    write("cycles", "t_ms,depth_mm,lost", rows,
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


KIOSK_HEADER = "t_ms,depth_mm,force_n,volume_ml,hands,lost"


def half_a_minute(depth=55.0, lean=0.0, hz=50):
    """What a visitor does in a test, as the kiosk records it: t in s and the chest in mm."""
    bouts = pushes(60, 110, depth, lean, start=1)
    return [(i / hz, chest(bouts, i / hz)) for i in range(34 * hz)]


def kiosk_row(t, depth, lost=0):
    return f"{t * 1000:.3f},{depth:.1f},,,,{lost}"


def write_kiosk(name, rows, mode="compression-only", calibration=" calibration=0001", told=()):
    write(name, KIOSK_HEADER, rows,
          comments_before=["# recording: 1", "# guideline: aha-2025/adult",
                           f"# mode: {mode}", "# window_s: 1.000000 31.000000",
                           "# manikin: model=made serial=SIM-TRACE firmware=1"
                           f"{calibration} hz=50", *told])


def rest_noise():
    noise = Noise()
    write_kiosk("rest_noise", [kiosk_row(t, mm + noise.between(-4, 4))
                               for t, mm in half_a_minute()])


def wild_samples():
    """One in a hundred readings is anything at all."""
    noise = Noise()
    rows = []
    for t, mm in half_a_minute():
        wild = noise.share() < 0.01
        rows.append(kiosk_row(t, noise.between(-20, 90) if wild else mm))
    write_kiosk("wild_samples", rows)


def zero_drift():
    write_kiosk("zero_drift", [kiosk_row(t, mm + 0.6 * max(0, t - 1))
                               for t, mm in half_a_minute()])


def missing_lines():
    noise = Noise()
    rows, lost = [], 0
    for t, mm in half_a_minute():
        if noise.share() < 0.25:
            lost += 1
            continue
        rows.append(kiosk_row(t, mm, lost))
        lost = 0
    write_kiosk("missing_lines", rows)


def stuck_value():
    """The sensor freezes 20 s after the start, in the middle of a push."""
    samples = half_a_minute()
    held = next(mm for t, mm in samples if t >= 20 and 30 < mm < 45)
    frozen_s = next(t for t, mm in samples if t >= 20 and mm == held)
    write_kiosk("stuck_value", [kiosk_row(t, mm if t < frozen_s else held)
                                for t, mm in samples])


def saturation():
    """The sensor's travel ends at 41 mm."""
    write_kiosk("saturation", [kiosk_row(t, min(41, mm)) for t, mm in half_a_minute()])


def rate_jitter():
    """Stamps of arrival: four lines at a time, as a USB adapter hands them over."""
    rows = []
    for i, (_, mm) in enumerate(half_a_minute(hz=100)):
        rows.append(kiosk_row(i // 4 * 0.04 + i % 4 * 0.0002, mm))
    write_kiosk("rate_jitter", rows)


def not_calibrated():
    """Nobody has told this manikin what a millimetre is: it reads 0.8 of each, and 6 more."""
    write_kiosk("not_calibrated", [kiosk_row(t, 0.8 * mm + 6) for t, mm in half_a_minute()],
                calibration="", told=["# doubts: not_calibrated"])


def force_at_two_points():
    """A pad that saturates, taught with one press of 60 mm: 44 mm read as 54."""
    write_kiosk("force_at_two_points",
                [kiosk_row(t, 85 * 0.8 * mm / (0.8 * mm + 25)) for t, mm in half_a_minute()],
                told=["# doubts: force_at_two_points"])


def cable_faults():
    """Everything goes wrong, never so much that the manikin is not to be believed."""
    faults = {300: ("broken_line 1", 1), 512: ("broken_line 2", 2), 700: ("repeated_line 1", 0),
              800: ("no_reading 2", 2), 900: ("sensor_fault 5 17", 0),
              1000: ("low_battery 3390", 0), 1100: ("sensor_word Out of range", 1),
              1200: ("fetched_late 3", 3), 1450: ("restarted", 0)}
    rows, lost, skip = [], 0, 0
    for i, (t, mm) in enumerate(half_a_minute()):
        if skip:
            skip -= 1
            continue
        rows.append(kiosk_row(t, mm, lost))
        lost = 0
        if i in faults:
            text, lost = faults[i]
            skip = 20 if text == "restarted" else lost
            rows.append(f"# fault: {t:.6f} {text}")
        if i == 1300:
            rows += [f"# fault: {t:.6f} unplugged", f"# fault: {t:.6f} plugged"]
            skip = 60
    write_kiosk("cable_faults", rows)


def doubled_rows():
    """Every seventh row stands there twice."""
    rows = []
    for i, (t, mm) in enumerate(half_a_minute()):
        rows += [kiosk_row(t, mm)] * (2 if i % 7 == 0 else 1)
    write_kiosk("doubled_rows", rows)


def cycles_told():
    """The file says that it is 30:2: no option is needed."""
    bouts = pushes(30, 112, 54, start=1) + pushes(18, 108, 53, start=22)
    write_kiosk("cycles_told", [kiosk_row(i / 50, chest(bouts, i / 50))
                                    for i in range(33 * 50)], mode="30:2")


def rig_rows(start, seconds, hz):
    """What the potentiometer of rig_pot read, in mm as test_cpr_rig.c has it."""
    lines = (HERE / "rig_pot/analogRead_A4_35sec.csv").read_text().splitlines()[1:]
    for line in lines[start * 1000:(start + seconds) * 1000:1000 // hz]:
        t, count = line.split(",")
        yield float(t) - start, 718 - int(count)


def clock(start_s, t, mark):
    ms = round((start_s + t) * 1000)
    return f"{ms // 3600000}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}{mark}{ms % 1000:03}"


def sheets():
    """The same twelve seconds as WPS saves them in China, and Excel in Germany."""
    wps = ["时间,第几组,按压深度（毫米）"]
    excel = ["Gruppe 7;;;", ";;;", "Uhrzeit;Gruppe;Weg;", "(hh:mm:ss,000);;(cm);"]
    for t, mm in rig_rows(start=8, seconds=12, hz=50):
        wps.append(f"2026-11-27 {clock(36225.5, t, '.')},3,{mm}")
        cm = f"{mm / 10:.1f}".replace(".", ",")
        excel.append(f"{clock(86394, t, ',') if t < 6 else clock(-6, t, ',')};7;{cm};")
    (HERE / "sheets").mkdir(exist_ok=True)
    (HERE / "sheets/wps.csv").write_bytes(("\r\n".join(wps) + "\r\n").encode("gb18030"))
    (HERE / "sheets/excel-de.csv").write_bytes(("\ufeff" + "\r\n".join(excel) + "\r\n").encode())


for make in (perfect, shallow_fast_leaning, cycles, hands_and_breaths, dirty_sensor,
             unplugged, clipped, nobody, rest_noise, wild_samples, zero_drift, missing_lines,
             stuck_value, saturation, rate_jitter, not_calibrated, force_at_two_points,
             cable_faults, doubled_rows, cycles_told, sheets):
    make()
