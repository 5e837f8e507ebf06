#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""kiosk_window.py BIN PROBE: the whole program in real windows of an X server.

It fills a screen of an odd size; a mouse and keys go through its pages, another window takes
the keys and covers a part of it, is closed, and all is as before; it is made upright and
flat while it runs; a display that is not there is told. What is on the screen is read from
the server's own pixels, and waited for.
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile

from window import PAPER, YELLOW, Screen, wait_for

BIN, PROBE = pathlib.Path(sys.argv[1]), sys.argv[2]
DARK = 0x0C1B22
STEP = 6  # pixels between the places that are looked at


def green(color):
    red, middle, blue = color >> 16, color >> 8 & 255, color & 255
    return red < 40 and 60 < middle < 130 and blue < middle


class Kiosk:
    def __init__(self, screen, data, *options):
        self.screen, self.name = screen, "Life Kiosk"
        self.environment = dict(
            os.environ, DISPLAY=screen.display, SDL_VIDEODRIVER="x11", SDL_AUDIODRIVER="dummy",
            LIFE_KIOSK_LESSONS="tests/lessons")
        self.process = subprocess.Popen(
            [BIN / "life-kiosk", "--data", data, "--lang", "en", "--manikin",
             "/dev/no-such-port", *options], env=self.environment)

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *words], env=self.environment, check=True,
                              capture_output=True, text=True).stdout

    def find(self):
        self.window = self.xdotool("search", "--sync", "--onlyvisible", "--name",
                                   self.name).split()[0]

    def colors(self, width, height):
        """Of places all over the window, which stands in the corner of the screen."""
        places = [(x, y) for y in range(0, height, STEP) for x in range(0, width, STEP)]
        return dict(zip(places, self.screen.pixels(places)))

    def button(self, width, height):
        """The middle of the yellow button, None when there is none."""
        places = [at for at, color in self.colors(width, height).items() if color == YELLOW]
        if not places:
            return None
        columns, lines = zip(*places)
        return (min(columns) + max(columns)) // 2, (min(lines) + max(lines)) // 2

    def corners(self, width, height):
        return self.screen.pixels([(0, 0), (width - 1, 0), (0, height - 1),
                                   (width - 1, height - 1)])

    def attract(self, width, height):
        return (all(map(green, self.corners(width, height)))
                and self.button(width, height) is not None)

    def light(self, width, height):
        """One of the light screens, home or a lesson, in the whole window."""
        return (self.corners(width, height) == [PAPER] * 4
                and self.button(width, height) is not None)

    def home(self, width, height):
        """It alone has a green field, below the lesson of the day."""
        return (self.light(width, height)
                and green(self.screen.pixel(width // 5, height * 55 // 100)))

    def lesson(self, width, height):
        return self.light(width, height) and not self.home(width, height)

    def rhythm(self, width, height):
        """It alone is dark, where home is without a manikin."""
        return self.corners(width, height) == [DARK] * 4

    def wait_for(self, what, *size):
        def holds():
            if self.process.poll() is not None:
                sys.exit(f"kiosk_window.py: it ended with {self.process.returncode}")
            return getattr(self, what)(*size)
        wait_for(f"{what} never fills {size[0]} x {size[1]} pixels", holds)
        print(f"{what} {size[0]} x {size[1]}")

    def click(self, at):
        self.xdotool("mousemove", *map(str, at), "click", "1")

    def keys(self, *names):
        self.xdotool("key", *names)

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait() != 0:
            sys.exit(f"kiosk_window.py: it ended with {self.process.returncode}")


def go_by_mouse_and_keys(kiosk, size):
    kiosk.wait_for("attract", *size)
    kiosk.find()
    kiosk.xdotool("windowfocus", "--sync", kiosk.window)
    kiosk.click(kiosk.button(*size))
    kiosk.wait_for("home", *size)
    kiosk.click(kiosk.button(*size))  # "start a lesson": without a manikin
    kiosk.wait_for("lesson", *size)
    kiosk.keys("Escape")
    kiosk.wait_for("home", *size)
    kiosk.keys("Tab", "Return")
    kiosk.wait_for("lesson", *size)
    kiosk.keys("Escape")
    kiosk.wait_for("home", *size)
    kiosk.keys("Tab", "space")  # to what stands behind it
    kiosk.wait_for("rhythm", *size)
    kiosk.keys("Escape")
    kiosk.wait_for("home", *size)
    kiosk.click(kiosk.button(*size))
    kiosk.wait_for("lesson", *size)


def be_covered(kiosk, size):
    """By the probe, to which the keys go meanwhile."""
    before = kiosk.colors(*size)
    probe = subprocess.Popen([PROBE], stdout=subprocess.PIPE,
                             env=kiosk.environment, text=True)
    try:
        probe.stdout.readline()  # "shown"
        cover = kiosk.xdotool("search", "--sync", "--onlyvisible", "--pid",
                              str(probe.pid)).split()[0]
        kiosk.xdotool("windowfocus", "--sync", cover)
        wait_for("the probe never covers it", lambda: kiosk.colors(*size) != before)
        kiosk.keys("Escape")
        heard = probe.stdout.readline().strip()
        if heard != "key escape":
            sys.exit(f"kiosk_window.py: the window with the focus heard \"{heard}\"")
    finally:
        probe.terminate()
        probe.wait()
    kiosk.wait_for("lesson", *size)  # the key was not its own
    kiosk.xdotool("windowfocus", "--sync", kiosk.window)
    kiosk.keys("Escape")
    kiosk.wait_for("home", *size)


def be_resized(kiosk, *sizes):
    kiosk.find()
    kiosk.xdotool("windowmove", kiosk.window, "0", "0")
    kiosk.wait_for("attract", *sizes[0])
    for size in sizes[1:]:
        kiosk.xdotool("windowsize", kiosk.window, *map(str, size))
        kiosk.wait_for("attract", *size)
    kiosk.click(kiosk.button(*sizes[-1]))
    kiosk.wait_for("light", *sizes[-1])


def run(screen, data, options, *scenes):
    kiosk = Kiosk(screen, data, *options)
    try:
        for scene in scenes:
            scene(kiosk)
        kiosk.end()
    finally:
        kiosk.process.kill()
        kiosk.process.wait()


def tell_missing_display(screen, data):
    """The server has one screen, and no second."""
    missing = screen.display + ".1"
    kiosk = subprocess.run(
        [BIN / "life-kiosk", "--data", data], capture_output=True, text=True,
        env=dict(os.environ, DISPLAY=missing, SDL_VIDEODRIVER="x11"))
    if kiosk.returncode != 1 or missing not in kiosk.stderr:
        sys.exit(f"kiosk_window.py: without a display it ended with {kiosk.returncode}:\n"
                 f"{kiosk.stderr}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder, 1366, 786)
        data = os.path.join(folder, "data")
        size = (screen.width, screen.height)
        try:
            run(screen, data, [], lambda kiosk: go_by_mouse_and_keys(kiosk, size),
                lambda kiosk: be_covered(kiosk, size))
            run(screen, data, ["--windowed", "801x457"],
                lambda kiosk: be_resized(kiosk, (801, 457), (433, 769), (1203, 341)))
            tell_missing_display(screen, data)
        finally:
            screen.process.terminate()
            screen.process.wait()


main()
