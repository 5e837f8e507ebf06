#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make.py: what other people's manikins send, written beside itself, always the same bytes.

These are not captures: they are made after what the makers' sketches print (numbers, order, rate,
rounding, words and comments in between), and the chest is ours, so that the truth is known.
NAME.raw is what a capture of the port would hold: it begins, and may end, in the middle of a
line. tests/support/captures.h has a row for each: what is found in it, and how near.

The run: hands off; one press of 60 mm, held for half a second, as the wizard asks for it; rest;
30 pushes of 55 mm at 110 a minute; a pause of 4 s; 20 pushes of 44 mm at 125 a minute with 8 mm
of leaning; rest. Sketches of 10 lines a second and less see less.
"""

import math
import pathlib

HERE = pathlib.Path(__file__).resolve().parent


class Noise:
    """A small linear congruence, so that no library's version matters."""

    def __init__(self, seed):
        self.state = seed

    def between(self, low, high):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return low + (high - low) * self.state / 2**31


def bout(count, rate, depth, lean, start):
    return [(start + i * 60 / rate, 60 / rate, depth, lean) for i in range(count)]


PRESS = 7.0  # the wizard's; down, held and up for half a second each
FIRST = bout(30, 110, 55, 0, 12.5)
SECOND = bout(20, 125, 44, 8, FIRST[-1][0] + FIRST[-1][1] + 4)
END = SECOND[-1][0] + SECOND[-1][1] + 2


def pressing(t):
    """The push at t: its phase in radians, a second, depth and lean; None between them."""
    for start, period, depth, lean in FIRST + SECOND:
        if start <= t < start + period:
            return 2 * math.pi * (t - start) / period, period, depth, lean
    return None


def chest(t):
    push = pressing(t)
    if push:
        phase, _, depth, lean = push
        return lean + (depth - lean) * (1 - math.cos(phase)) / 2
    return 60 * max(0, min(1, (t - PRESS) / 0.5, (PRESS + 1.5 - t) / 0.5))


def acceleration(t):
    """In g; the wizard's press is too slow to be seen."""
    push = pressing(t)
    if not push:
        return 0.0
    phase, period, depth, lean = push
    return (depth - lean) / 2 * (2 * math.pi / period) ** 2 * math.cos(phase) / 9806.65


def count(t):
    return sum(1 for start, period, _, _ in FIRST + SECOND if start + period / 2 <= t)


def rate(t):
    return 110 if FIRST[0][0] + 2 < t < SECOND[0][0] else 125 if SECOND[0][0] <= t < END - 1 else 0


def times(hz, start=0.0, end=END):
    return [start + i / hz for i in range(int((end - start) * hz))]


def write(name, lines, end="\r\n", head="", tail=""):
    text = head + end.join(lines) + end + tail
    (HERE / f"{name}.raw").write_bytes(text.encode())


def ours():
    """The kiosk's own protocol, some lines lost, one damaged, one doubled."""
    def crc(body):
        value = 0xFFFF
        for byte in body.encode():
            value ^= byte << 8
            for _ in range(8):
                value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
        return f"${body}*{value:04X}"

    lines = [crc("I,1,uno-pot,A-0042,0.1.0,100,d,7C1E")]
    for i, t in enumerate(times(100)):
        line = crc(f"S,{(65000 + i) % 65536},{(4294000000 + i * 10000) % 2**32},"
                   f"{round(chest(t) * 10)},,,")
        if i % 200 == 77:
            continue
        lines.append(line.replace(",", ",1", 1) if i == 500 else line)
        if i == 700:
            lines.append(line)
    write("ours", lines, head="5,523,,,*44DB\r\n", tail="$S,66")


def f01_cprdummy():
    """An encoder in mm and a pressure, 10 a second, by its own milliseconds."""
    write("f01_cprdummy", [f"#{12000 + round(t * 1000)}:{chest(t):.0f},{30 + chest(t) / 40:.2f}~"
                           for t in times(10)], head="46,31.20~\r\n", tail="#4")


def f02_molding():
    """The same without pressure, faster; its clock passes 2^32 ms."""
    write("f02_molding", [f"#{(2**32 - 9000 + round(t * 1000)) % 2**32}:{chest(t):.0f}~"
                          for t in times(50)], head="9:0~\r\n")


def f03_analog():
    """12 numbers, depth as a distance in whole cm, a force: 10 a second."""
    noise = Noise(3)
    lines = ["# PROFILE analog_v2", "# CPR Trainer analog firmware"]
    for t in times(10):
        depth = int(11.4 - chest(t) / 10 + noise.between(-0.1, 0.1))
        force = round(600 * min(1, chest(t) / 60) ** 1.5)
        lines.append(f"1,1,0,0,0,{depth},{0.16 + noise.between(0, 0.02):.2f},{force},0,0,0,0")
    write("f03_analog", lines, head="0,0\r\n")


def f03_buttons():
    """The older sketch: five buttons, a comma at the end of the line."""
    write("f03_buttons", [f"1,1,0,0,0,{int(11.4 - chest(t) / 10)},0.16,"
                          f"{round(9 * chest(t))}," for t in times(10)], end="\n", head="16,0,\n")


def f04_monitor():
    """Distance in cm, accuracy, count, time left, count again; nothing before a push of 6 cm."""
    lines = []
    for t in times(9, PRESS + 0.6):
        distance = 12.2 - chest(t) / 10
        accuracy = max(0, 100 - int(abs(distance - 6) / 6 * 100))
        lines.append(f"{distance:.2f};{accuracy};{count(t)};{max(0, 60 - int(t))};{count(t)};")
    write("f04_monitor", lines, head=";0;60;0;\r\n")


def f05_quality():
    """A ToF sensor's mm, a mean of 25 ms a line; words where it saw nothing."""
    noise = Noise(5)
    lines = ["Adafruit VL6180x test!", "Sensor found!"]
    for i, t in enumerate(times(38)):
        reading = f"{132 - chest(t) + noise.between(-0.5, 0.5):.2f}"
        lines.append("No convergence" if i % 90 == 45 else reading)
    write("f05_quality", lines, head="st!\r\n", tail="13")


def f06_readme():
    """Force alone, as JSON."""
    lines = []
    for t in times(50):
        force = round(200 + 1600 * chest(t) / 55)
        lines.append(f'{{"t":{12345 + round(t * 1000)},"force":{force},"ax":0.02,"ay":0.11,'
                     f'"az":1.21}}')
    write("f06_readme", lines, head='"az":1.21}\r\n')


def f06_firmware():
    """What its firmware really prints."""
    lines = []
    for t in times(20):
        force = round(200 + 1600 * chest(t) / 55)
        lines.append(f"forceRaw={force} forceCorrected={force - 200} baseline=200 target=1600 "
                     f"accelRaw=(1850,1849,2261) rate={rate(t)}.0 ledMode=2 restCal=1 targetCal=1")
    write("f06_firmware", lines, head="Cal=1\r\n")


def f07_stream():
    """A ToF sensor's mm behind a number of shorts, of the sample and of the sensor."""
    lines = ["!OK stream"]
    for i, t in enumerate(times(100)):
        lines.append(f'{{"NumOfShorts": 1, "SampleNum": {i}, "Sensor": 2, '
                     f'"Buf": [{{ "Val": {round(160 - chest(t))}}}]}}')
    write("f07_stream", lines, end="\n", head="}]}\n")


def f07_node():
    """Eight finger pads or one sensor, a line each, carriage return first."""
    lines = []
    for t in times(60):
        for pad in range(4):
            value = 160 - chest(t) if pad == 0 else 20 + pad
            lines.append(f"[{pad}]: {round(value)}")
    write("f07_node", lines, end="\n\r", head="3]: 23\n\r")


def f08_minianne():
    """Tagged numbers: inf is the lung, cpr the chest (0 to 1000), hz the rate."""
    lines = ["start of setup", "end of setup"]
    for t in times(10):
        lines.append(f"inf{20 + int(t) % 3},cpr{round(1000 * min(1, chest(t) / 60))},pos1,"
                     f"hz{rate(t) / 60:.2f},binary{1 if chest(t) > 30 else 0},"
                     f"waveDurationTotsl0.00,waveDuration0.00,debug0.00,")
    write("f08_minianne", lines, head="0.00,\r\n")


def f09_forall():
    """Whole cm, then words about them."""
    lines = []
    for t in times(8):
        cm = int(14.3 - chest(t) / 10)
        lines += [f"{cm}", "< 6" if cm <= 6 else "6~10" if cm <= 10 else "> 10"]
    write("f09_forall", lines, head="10\r\n")


def f10_debug():
    """An infant: distance in cm and a flow."""
    lines = [f"{9.1 - chest(t) / 14:.2f};0.00" for t in times(50)]
    write("f10_debug", lines, head="0.00\r\n")


def f10_numbered():
    lines = [f"[{i}] Distance: {9.1 - chest(t) / 14:.2f}" for i, t in enumerate(times(50))]
    write("f10_numbered", lines, head="1\r\n")


def f11_lines():
    """Acceleration, milliseconds and a rate, a line each."""
    noise = Noise(11)
    lines = []
    for t in times(70):
        lines += [f"{9.81 * (1 + acceleration(t)) + noise.between(-0.1, 0.1):.2f}",
                  f"{5000 + round(t * 1000)}", f"{rate(t)}"]
    write("f11_lines", lines, head="81\r\n")


def f12_imu():
    """Milliseconds and acceleration in g: no depth in it."""
    noise = Noise(12)
    lines = []
    for t in times(100):
        x, y, z = (noise.between(-0.02, 0.02) for _ in range(3))
        lines.append(f"{12345 + round(t * 1000)}, {0.02 + x:.3f}, {y - 0.11:.3f}, "
                     f"{1 + acceleration(t) + z:.3f}")
    write("f12_imu", lines, head="0.98\r\n")


def f13_wearable():
    """The same without time but with three gyroscopes, marked DATA."""
    noise = Noise(13)
    lines = []
    for t in times(100):
        x, y, z, a, b, c = (noise.between(-0.02, 0.02) for _ in range(6))
        lines.append(f"DATA:{0.02 + x:.2f},{y - 0.11:.2f},{1 + acceleration(t) + z:.2f},"
                     f"{1.2 + 10 * a:.2f},{10 * b - 0.4:.2f},{0.1 + 10 * c:.2f}")
    write("f13_wearable", lines, head="0.10\r\n")


def f14_glove():
    """A bare ADC reading of force."""
    noise = Noise(14)
    lines = [f"{round(35 + 8 * chest(t) + noise.between(-2, 2))}" for t in times(100)]
    write("f14_glove", lines, head="5\r\n")


def f15_fair():
    """Two channels by number, a line each."""
    lines = []
    for t in times(50):
        lines += [f"0:{round(10 + 9 * chest(t))}", f"1:{512 + int(t * 7) % 5}"]
    write("f15_fair", lines, head=":512\r\n")


def f16_convert():
    """Depth in cm, rate, five pads, over Bluetooth."""
    lines = []
    for t in times(25):
        lines.append(f"{chest(t) / 10:.2f},{rate(t)},0,0,0,0,1023")
    write("f16_convert", lines, end="\n", head="0,0,1023\n")


def f17_coach():
    """Words and no numbers."""
    lines = ["HX711 ready"]
    for start, _, depth, _ in FIRST + SECOND:
        lines.append("Good compression!" if depth > 50 else "Push harder")
    write("f17_coach", lines, head="dy\r\n")


def f18_demo():
    """What every demo of a ToF sensor prints; 8190 is nothing seen."""
    noise = Noise(18)
    lines = ["VL53L0X test"]
    for i, t in enumerate(times(30)):
        mm = 8190 if i % 400 == 200 else round(147 - chest(t) + noise.between(-0.7, 0.7))
        lines.append("Out of range" if i % 300 == 120 else f"Distance: {mm} mm")
    write("f18_demo", lines, head="ce: 147 mm\r\n")


def f18_pushes_only():
    """The same sensor in other words, captured during pushes: no rest in it."""
    noise = Noise(19)
    lines = [f"Distance in mm: {round(120 - chest(t) + noise.between(-0.4, 0.4))}"
             for t in times(50, FIRST[0][0] + 0.1, FIRST[-1][0])]
    write("f18_pushes_only", lines, head="nce in mm: 100\r\n")


def f19_unit():
    """Nothing but a distance and its unit."""
    write("f19_unit", [f"{14.7 - chest(t) / 10:.2f} cm" for t in times(50)], head="7 cm\r\n")


def f20_inches():
    """The same distance twice; whole inches are of no use."""
    lines = []
    for t in times(25):
        mm = 147 - chest(t)
        lines.append(f"{int(mm / 25.4)}in, {mm / 10:.1f}cm")
    write("f20_inches", lines, head="cm\r\n")


def f21_plotter():
    """Numbers between tabs, for a plotter: milliseconds, mm, force."""
    write("f21_plotter", [f"{5000 + round(t * 1000)}\t{chest(t):.1f}\t{chest(t) * 7:.0f}"
                          for t in times(50)], head="0.0\t0\r\n")


def f22_tuple():
    """As Python prints it: milliseconds and mm."""
    write("f22_tuple", [f"({5000 + round(t * 1000)}, {round(147 - chest(t), 1)})"
                        for t in times(50)], head="7.0)\r\n")


def f23_teleplot():
    """Two curves, a line each, with their own milliseconds and a unit."""
    lines = []
    for t in times(50):
        ms = 5000 + round(t * 1000)
        lines += [f">depth:{ms}:{chest(t):.1f}§mm", f">force:{ms}:{chest(t) * 7:.0f}§N|np"]
    write("f23_teleplot", lines, head=":0§N|np\r\n")


def f24_firewater():
    """Channels behind any word: rate, distance in tenths of a mm, force."""
    write("f24_firewater", [f"any:{rate(t)}.0,{1470 - 10 * chest(t):.0f},{chest(t) * 7:.1f}"
                            for t in times(50)], end="\n", head="0,0.0\n")


def f25_esp():
    """An ESP-IDF logger in green, its boot messages before."""
    lines = ["I (31) boot: ESP-IDF v5.1 2nd stage bootloader", "I (32) boot: chip revision: v3.0"]
    for t in times(50):
        lines.append(f"\033[0;32mI ({300 + round(t * 1000)}) CPR: Distance: "
                     f"{147 - chest(t):.1f} mm\033[0m")
    write("f25_esp", lines, head=" mm\033[0m\r\n")


def f26_monitor():
    """Saved from the Arduino IDE's monitor: a potentiometer and the LED it drives."""
    lines = []
    for t in times(50):
        ms = round(t * 1000)
        count = round(212 + 7 * chest(t))
        lines.append(f"10:{23 + ms // 60000:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d} -> "
                     f"sensor = {count}\t output = {count // 4}")
    write("f26_monitor", lines, head="ut = 53\r\n")


def f27_chinese():
    """Full-width marks, tags and units in Chinese."""
    write("f27_chinese", [f"时间：{round(t * 1000)}毫秒，距离：{14.7 - chest(t) / 10:.2f}厘米，"
                          f"次数：{count(t)}" for t in times(50)], head="0\r\n")


def f28_strings():
    """JSON whose numbers are strings, the unit inside."""
    write("f28_strings", [f'{{"时间戳":"{round(t * 1000)}","深度":"{chest(t):.1f}毫米"}}'
                          for t in times(50)], head='"}\r\n')


def f29_gbk():
    """A sketch that a Chinese editor saved: GBK, the words of its status too."""
    lines = ["初始化成功"]
    for i, t in enumerate(times(50)):
        lines.append("超出范围" if i % 200 == 120 else f"深度：{chest(t):.1f}毫米  力:{chest(t) * 7:.0f}牛")
    text = "\r\n".join(["0牛", *lines, ""])
    (HERE / "f29_gbk.raw").write_bytes(text.encode("gb18030")[1:])


def team_csv():
    """A clock, a depth in mm from a potentiometer, a force: nothing is named."""
    lines = [f"{round(t * 1000)},{chest(t) + 3:.1f},{chest(t) * 7:.0f}" for t in times(100)]
    write("team_csv", lines, head="0,3.0,0\r\n")


for make in (ours, f01_cprdummy, f02_molding, f03_analog, f03_buttons, f04_monitor, f05_quality,
             f06_readme, f06_firmware, f07_stream, f07_node, f08_minianne, f09_forall, f10_debug,
             f10_numbered, f11_lines, f12_imu, f13_wearable, f14_glove, f15_fair, f16_convert,
             f17_coach, f18_demo, f18_pushes_only, f19_unit, f20_inches, f21_plotter, f22_tuple,
             f23_teleplot, f24_firewater, f25_esp, f26_monitor, f27_chinese, f28_strings, f29_gbk,
             team_csv):
    make()
