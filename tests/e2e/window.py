#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""window.py PROBE: a visitor at a real window.

Starts Xvfb and the probe, looks at the pixels that reached the screen, clicks and types with
xdotool, makes the window upright, and ends the probe by SIGTERM; then again with a window
that fills the screen. Last under Wayland: weston in the X server, whose pixels are looked at.
"""

import os
import signal
import struct
import subprocess
import sys
import tempfile
import time

YELLOW = 0xFFD166
PAPER = 0xFBF7F0


class Screen:
    """An X server without glass; its picture lies in a file in the XWD format."""

    def __init__(self, folder, width=1280, height=1024):
        read, write = os.pipe()
        self.width, self.height = width, height
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp", "-fbdir", folder], pass_fds=[write],
            stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as lines:
            number = lines.readline().strip()
        if not number:
            sys.exit("window.py: Xvfb does not start; install the package xvfb")
        self.display = f":{number}"
        self.file = os.path.join(folder, "Xvfb_screen0")

    def pixels(self, places):
        """The colours that stand at these places, all of one moment."""
        with open(self.file, "rb") as file:
            picture = file.read()
        header = struct.unpack(">25I", picture[:100])
        start = header[0] + header[19] * 12
        return [struct.unpack_from("<I", picture, start + y * header[12] + x * 4)[0] & 0xFFFFFF
                for x, y in places]

    def pixel(self, x, y):
        return self.pixels([(x, y)])[0]


class Visitor:
    def __init__(self, screen, *probe):
        self.screen = screen
        self.environment = dict(os.environ, DISPLAY=screen.display, SDL_VIDEODRIVER="x11")
        self.probe = subprocess.Popen(probe, stdout=subprocess.PIPE, text=True,
                                      env=self.environment)

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *words], env=self.environment, check=True,
                              capture_output=True, text=True).stdout

    def expect(self, line):
        heard = self.probe.stdout.readline().strip()
        if heard != line:
            sys.exit(f"window.py: expected \"{line}\", the window said \"{heard}\"")
        print(heard)

    def find(self):
        self.window = self.xdotool("search", "--sync", "--name", "Life Kiosk").split()[0]
        place = dict(line.split("=") for line in
                     self.xdotool("getwindowgeometry", "--shell", self.window).splitlines())
        self.left, self.top = int(place["X"]), int(place["Y"])

    def expect_pixel(self, x, y, color):
        seen = self.screen.pixel(self.left + x, self.top + y)
        if seen != color:
            sys.exit(f"window.py: the pixel {x},{y} of the window is #{seen:06X}, "
                     f"not #{color:06X}")

    def end(self):
        self.probe.send_signal(signal.SIGTERM)
        if self.probe.wait() != 0:
            sys.exit(f"window.py: the probe ended with {self.probe.returncode}")

    def click(self, x, y):
        self.xdotool("mousemove", "--window", self.window, str(x), str(y))
        self.xdotool("click", "1")


def play(visitor):
    visitor.expect("shown 1920 1080")
    visitor.find()
    visitor.expect_pixel(250, 225, YELLOW)
    visitor.expect_pixel(100, 100, PAPER)
    visitor.click(400, 225)
    visitor.expect("tap start")
    visitor.click(100, 100)  # beside it: nothing
    visitor.xdotool("windowfocus", "--sync", visitor.window)
    visitor.xdotool("key", "F1")
    visitor.expect("key f1")
    visitor.xdotool("key", "Tab", "Return")
    visitor.expect("tap start")
    visitor.xdotool("windowsize", visitor.window, "450", "800")
    visitor.expect("shown 1080 1920")
    visitor.find()
    visitor.expect_pixel(150, 400, YELLOW)
    visitor.expect_pixel(50, 700, PAPER)
    visitor.end()


def play_fullscreen(visitor):
    visitor.expect("shown 1720 1376")  # 1280 x 1024 at 0.744 pixels a unit
    visitor.find()
    if (visitor.left, visitor.top) != (0, 0):
        sys.exit(f"window.py: fullscreen begins at {visitor.left},{visitor.top}")
    visitor.expect_pixel(400, 512, YELLOW)
    visitor.expect_pixel(1270, 1015, PAPER)
    visitor.click(640, 512)
    visitor.expect("tap start")
    visitor.end()


def run(screen, scene, *probe):
    visitor = Visitor(screen, *probe)
    try:
        scene(visitor)
    finally:
        visitor.probe.kill()
        visitor.probe.wait()


def wait_for(what, holds):
    end = time.monotonic() + 20
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"window.py: {what}")
        time.sleep(0.05)


def start_weston(screen, folder):
    socket = os.path.join(folder, "kiosk")
    try:
        weston = subprocess.Popen(
            ["weston", "--backend=x11-backend.so", "--use-pixman", "--shell=kiosk-shell.so",
             "--socket=kiosk", "--width=1280", "--height=1024", "--idle-time=0", "--no-config"],
            env=dict(os.environ, DISPLAY=screen.display, XDG_RUNTIME_DIR=folder),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        sys.exit("window.py: weston is not here; install the package weston")
    wait_for("weston does not start", lambda: os.path.exists(socket))
    return weston


def run_wayland(screen, folder, *probe):
    """Without a DISPLAY, so that SDL takes Wayland."""
    environment = dict(os.environ, XDG_RUNTIME_DIR=folder, WAYLAND_DISPLAY="kiosk")
    environment.pop("DISPLAY", None)
    environment.pop("SDL_VIDEODRIVER", None)
    weston = start_weston(screen, folder)
    window = subprocess.Popen(probe, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        heard = window.stdout.readline().strip()
        if not heard.startswith("shown "):
            sys.exit(f"window.py: under Wayland the window said \"{heard}\"")
        for x, y, color in ((400, 512, YELLOW), (20, 20, PAPER)):
            wait_for(f"under Wayland the pixel {x},{y} never is #{color:06X}",
                     lambda x=x, y=y, color=color: screen.pixel(x, y) == color)
        window.send_signal(signal.SIGTERM)
        if window.wait() != 0:
            sys.exit(f"window.py: under Wayland the probe ended with {window.returncode}")
        print("wayland", heard)
    finally:
        for process in (window, weston):
            process.kill()
            process.wait()


def main():
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder)
        try:
            run(screen, play, sys.argv[1])
            run(screen, play_fullscreen, sys.argv[1], "fullscreen")
            run_wayland(screen, folder, sys.argv[1], "fullscreen")
        finally:
            screen.process.terminate()
            screen.process.wait()


if __name__ == "__main__":
    main()
