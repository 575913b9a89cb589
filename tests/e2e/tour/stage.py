# SPDX-FileCopyrightText: 2026 The Agent Inbox authors
# SPDX-License-Identifier: MIT
"""What the tour needs around it: a screen, keys, pictures, the server's request log, the accessibility tree.

Nothing here knows the program; tour.py does. Only the standard library, xdotool, ImageMagick's import and the
AT-SPI bindings (python3-gi) are used.
"""

import json
import os
import struct
import subprocess
import time
import zlib

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version must be asked for first)

POLL = 0.1  # seconds between two looks


class Failed(Exception):
    """An expectation that did not come true in time."""


def until(what, probe, seconds):
    """Waits until probe() answers something true and returns that; raises Failed naming `what` otherwise."""
    deadline = time.monotonic() + seconds
    while True:
        found = probe()
        if found:
            return found
        if time.monotonic() > deadline:
            raise Failed(f"not within {seconds} s: {what}")
        time.sleep(POLL)


class Screen:
    """Reads the virtual screen and writes it as PNG."""

    def __init__(self, width, height):
        self.width = width
        self.height = height

    def grab(self):
        """The screen's pixels, three bytes each, row after row."""
        return subprocess.run(
            ["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"],
            check=True, stdout=subprocess.PIPE, timeout=30).stdout

    def settled(self, seconds=3):
        """What is shown once two looks are alike; after `seconds` the latest look, as cursors may blink."""
        deadline = time.monotonic() + seconds
        before = self.grab()
        while True:
            now = self.grab()
            if now == before or time.monotonic() > deadline:
                return now
            before = now

    def save(self, path):
        pixels = self.settled()
        stride = self.width * 3
        rows = b"".join(b"\0" + pixels[y * stride:(y + 1) * stride] for y in range(self.height))

        def chunk(kind, data):
            checked = kind + data
            return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)  # 8 bits, RGB
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 6))
                       + chunk(b"IEND", b""))

    def brightness(self):
        """The mean of all pixels, 0 (black) to 255."""
        pixels = self.grab()
        return sum(pixels[::97]) / len(pixels[::97])


class Keys:
    """Presses keys as a keyboard does: they reach whatever has the focus."""

    def __init__(self):
        self.pressed = []  # since the last step, for the report

    def press(self, *keys):
        """Names as xdotool knows them: "j", "ctrl+Return"."""
        self.pressed.extend(keys)
        # At one go: a sequence like G A does not wait for a slow machine to start another process.
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=30)

    def type(self, text):
        """ASCII only: other letters would have to change the keyboard's layout while it is in use."""
        assert text.isascii()
        self.pressed.append(f"“{text}”")
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "8", text], check=True, timeout=60)


class RequestLog:
    """The requests the demo server has answered, one JSON object a line."""

    def __init__(self, path):
        self.path = path

    def all(self):
        try:
            with open(self.path, encoding="utf-8") as file:
                lines = file.read().split("\n")[:-1]  # the last one may still be being written
        except FileNotFoundError:
            return []
        return [json.loads(line) for line in lines]

    def find(self, method, path, status=200):
        """Requests whose path ends so; the query does not count. status 0: any."""
        return [r for r in self.all()
                if r["method"] == method and r["path"].split("?")[0].endswith(path)
                and (status == 0 or r["status"] == status)]


class Tree:
    """The program as a screen reader sees it."""

    PANES = ("Conversations", "Messages", "Details")

    def __init__(self, pid, seconds):
        Atspi.init()
        Atspi.set_timeout(5000, 15000)  # milliseconds, the second at the start of a program
        desktop = Atspi.get_desktop(0)

        def application():
            for i in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(i)
                if child and child.get_process_id() == pid:
                    return child
            return None

        self.app = until("the program is on the accessibility bus", application, seconds)
        self.app.set_cache_mask(Atspi.Cache.NONE)  # what it is now, not what it was

    @staticmethod
    def _children(node):
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child:
                yield child

    @staticmethod
    def _state(node, state):
        return node.get_state_set().contains(state)

    def walk(self, node=None, depth=0, shown_only=True):
        """Depth first. Things vanish while one looks at them; then the rest is left out."""
        node = node or self.app
        try:
            if shown_only and depth > 0 and not self._state(node, Atspi.StateType.SHOWING):
                return
            yield node, depth
            for child in self._children(node):
                yield from self.walk(child, depth + 1, shown_only)
        except GLib.Error:
            return

    def find(self, name, role=None):
        """The first thing shown whose name is `name`, or begins with it if that ends with "…"."""
        for node, _ in self.walk():
            try:
                own = node.get_name() or ""
                fits = own.startswith(name[:-1]) if name.endswith("…") else own == name
                if fits and (role is None or node.get_role_name() == role):
                    return node
            except GLib.Error:
                continue
        return None

    def rows(self, pane):
        """The names of what is shown in the list of a pane."""
        for node, _ in self.walk():
            try:
                if node.get_name() == pane and node.get_role_name() in ("list", "tree", "table"):
                    return [child.get_name() or "" for child in self._children(node)
                            if "header" not in child.get_role_name()]
            except GLib.Error:
                return []
        return []

    def row_with(self, pane, text):
        return next((row for row in self.rows(pane) if text in row), None)

    def text_of(self, name):
        """What is written in a field."""
        node = self.find(name, "text")
        if node is None:
            return None
        try:
            return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
        except GLib.Error:
            return None

    def has_focus(self, name):
        for node, _ in self.walk():
            try:
                if node.get_name() == name and self._state(node, Atspi.StateType.FOCUSED):
                    return True
            except GLib.Error:
                continue
        return False

    def dump(self, path):
        with open(path, "w", encoding="utf-8") as file:
            for node, depth in self.walk():
                try:
                    description = node.get_description() or ""
                    focused = "  [focus]" if self._state(node, Atspi.StateType.FOCUSED) else ""
                    enabled = "" if self._state(node, Atspi.StateType.ENABLED) else "  [disabled]"
                    file.write("  " * depth + f"{node.get_role_name()} “{node.get_name() or ''}”"
                               + (f" – {description}" if description else "") + focused + enabled + "\n")
                except GLib.Error:
                    continue


def virtual_display(width, height):
    """Starts an X server of its own on a free display; returns it and the display's name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp",
         "-noreset"], pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    if not number:
        server.wait()
        raise Failed("the virtual screen did not start")
    return server, f":{number}"
