#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""wizard.py BIN OUT: staff teach the whole program a third-party manikin.

A pseudo-terminal speaks "milliseconds,distance" through the real libserialport. Staff
come in, teach it in two steps and leave; a second start on the same port knows its depth
at once. The chest follows the pictures the story leaves, so that neither waits in vain.
"""

import os
import pathlib
import pty
import shutil
import subprocess
import sys
import termios
import threading
import time
import tty

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])

FULL_MM = 55
REST = 812.0
PER_MM = -3.1
HZ = 50

PIN = "".join(f"tap #pin-{digit}\n" for digit in "135790") + "tap #pin-ok\nwait 300\n"
COME_IN = "wait 200\nhold #corner 3000\nuntil screen staff 5000\nwait 100\n"

TEACH = COME_IN + PIN + PIN + """
expect text "今天的统计"
tap #set-up
wait 100
tap #manikin
wait 4000
expect text "其他品牌"
expect text "逗号隔开的数字"
expect text "还不知道"
shot 1-third-party
tap #learn
wait 100
tap #more
wait 100
expect text "55 毫米"
shot 2-ask
tap #learn-now
wait 3000
expect text "第 2 步"
shot 3-press
wait 6000
expect text "已学会"
expect text "每行第 2 个数"
shot 4-done
wait 2000
expect text "55 毫米"
shot 5-held
tap #back
wait 100
tap #back
wait 100
expect text "今天的统计"
tap #back
until screen attract 1000
"""

KNOWN = COME_IN + PIN + """
expect text "今天的统计"
tap #set-up
wait 100
tap #manikin
wait 500
expect text "每行第 2 个数"
expect text "重新教"
shot 6-known
wait 2000
expect text "55 毫米"
shot 7-held
tap #back
wait 100
tap #back
until screen attract 1000
"""


class ThirdParty(threading.Thread):
    """A manikin on a pseudo-terminal, whose chest follows the story's pictures."""

    def __init__(self):
        super().__init__(daemon=True)
        self.master, self.slave = pty.openpty()
        tty.setraw(self.slave)
        os.set_blocking(self.master, False)
        self.port = os.ttyname(self.slave)
        self.since = {}

    def seconds_since(self, picture):
        if picture not in self.since and (OUT / f"{picture}.png").exists():
            self.since[picture] = time.monotonic()
        return time.monotonic() - self.since[picture] if picture in self.since else -1

    def depth_mm(self):
        trying = self.seconds_since("4-done") >= 0 > self.seconds_since("5-held")
        if trying or self.seconds_since("6-known") >= 0:
            return FULL_MM
        press = self.seconds_since("3-press") - 0.5
        return FULL_MM * max(0, min(1, press / 0.3, (1.6 - press) / 0.3))

    def run(self):
        start = time.monotonic()
        while True:
            t_ms = round((time.monotonic() - start) * 1000)
            line = f"{t_ms},{REST + PER_MM * self.depth_mm():.1f}\r\n"
            try:
                os.write(self.master, line.encode())
            except BlockingIOError:
                pass  # no reader between the two starts
            time.sleep(1 / HZ)


def play(name, story, port):
    path = OUT / f"{name}.story"
    path.write_text(story, encoding="utf-8")
    environment = dict(os.environ, LD_PRELOAD="libptyserial.so",
                       LD_LIBRARY_PATH=str(BIN.parent / "lib"),
                       ASAN_OPTIONS="verify_asan_link_order=0")
    subprocess.run([BIN / "life-kiosk", "--headless", "1280x720", "--lang", "zh-CN", "--data",
                    OUT / "data", "--out", OUT, "--manikin", port, "--story", path],
                   env=environment, check=True)


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
third_party = ThirdParty()
third_party.start()
play("teach", TEACH, third_party.port)
profiles = list((OUT / "data/manikins").iterdir())
if len(profiles) != 1:
    sys.exit(f"wizard.py: one profile was expected, found {profiles}")
termios.tcflush(third_party.slave, termios.TCIFLUSH)
play("known", KNOWN, third_party.port)
print(profiles[0].read_text(), end="")
