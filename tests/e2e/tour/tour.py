#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Agent Inbox authors
# SPDX-License-Identifier: MIT
"""The main job by real key strokes on a virtual screen: the proof that it works.

    tour.py --program build/release/bin/agent-inbox --out build/tour

Writes a picture a step, the demo server's request log, the accessibility tree and an index.html into --out.
Each step waits for what it expects, in the request log or in the accessibility tree; the first one that is
disappointed ends the tour with exit code 1 and its name.
"""

import argparse
import html
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # nothing is left among the sources

WIDTH, HEIGHT = 1440, 900
SPEED = 4  # customers act so many times faster; conversation 1003 closes 3 min / SPEED after the start
PATIENCE = 20  # seconds a step waits, unless it says otherwise
INSIDE = "AGENT_INBOX_TOUR_INSIDE"  # set on the stage: the descriptor to speak through

FIRST_ANSWER = "Good news: it is on the van and arrives tomorrow between 10 and 14."
SECOND_ANSWER = "Please keep the old board. The new one leaves tomorrow."
KEPT_TEXT = "The soft one. You may swap it within 30 nights."


def interpreter():
    """This Python, or the system's when only that one has the AT-SPI bindings."""
    for candidate in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([candidate, "-c", "import gi"], stderr=subprocess.DEVNULL).returncode == 0:
            return candidate
    sys.exit("The tour needs the AT-SPI bindings for Python: python3-gi and gir1.2-atspi-2.0.")


def set_the_stage():
    """A screen, a session bus and a home of its own; then this script again inside them."""
    python = interpreter()
    if python != sys.executable:
        os.execv(python, [python, *sys.argv])
    import stage

    with tempfile.TemporaryDirectory(prefix="agent-inbox-tour-") as home:
        server, display = stage.virtual_display(WIDTH, HEIGHT)
        try:
            runtime = os.path.join(home, "run")
            os.mkdir(runtime, 0o700)
            environment = {k: v for k, v in os.environ.items()
                           if not k.startswith(("QT_", "XDG_", "WAYLAND_")) and "proxy" not in k.lower()}
            voice = os.dup(sys.stdout.fileno())  # the services on the bus chatter on the usual one
            environment.update({
                INSIDE: str(voice), "DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": runtime,
                "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "NO_AT_BRIDGE": "0",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
            with open(os.path.join(home, "bus.log"), "wb") as noise:
                return subprocess.run(["dbus-run-session", "--", python, *sys.argv], env=environment,
                                      stdin=subprocess.DEVNULL, stdout=noise, stderr=noise,
                                      pass_fds=[voice]).returncode
        finally:
            server.terminate()
            server.wait()


class Tour:
    def __init__(self, program, out):
        import stage

        self.stage = stage
        self.out = out
        self.started = time.monotonic()
        self.steps = []  # (number, name, what it shows, keys, seconds)
        self.current = "start"
        self.screen = stage.Screen(WIDTH, HEIGHT)
        self.keys = stage.Keys()
        self.log = stage.RequestLog(os.path.join(out, "requests.log"))
        # A window that is mapped while the manager takes over may never be shown: the program starts after it.
        managed = os.path.join(os.environ["HOME"], "managed")
        self.manager = subprocess.Popen(["openbox", "--sm-disable", "--startup", f"touch {managed}"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        stage.until("the window manager is ready", lambda: os.path.exists(managed), PATIENCE)
        environment = dict(os.environ, AGENT_INBOX_DEMO_LOG=self.log.path,
                           AGENT_INBOX_DEMO_SPEED=str(SPEED),
                           AGENT_INBOX_DEMO_ACCOUNTS="client-api")
        self.errors = open(os.path.join(out, "program.log"), "wb")
        self.program = subprocess.Popen(
            [program, "--demo", "--theme", "light", "--language", "en", "--profile",
             os.path.join(os.environ["HOME"], "profile")], env=environment, stdout=self.errors,
            stderr=self.errors)
        self.tree = stage.Tree(self.program.pid, PATIENCE)

    # --- words for the steps -------------------------------------------------------------------------------

    def expect(self, what, probe, seconds=PATIENCE):
        def alive():
            if self.program.poll() is not None:
                raise self.stage.Failed(f"the program has ended with code {self.program.returncode}: {what}")
            return probe()

        return self.stage.until(what, alive, seconds)

    def logged(self, what, method, path, times=1, body=None, seconds=PATIENCE):
        """Exactly `times` such requests, each answered with success; `body` must be part of the last."""
        self.expect(what, lambda: len(self.log.find(method, path, 0)) >= times, seconds)
        found = self.log.find(method, path, 0)
        if len(found) != times or any(r["status"] not in (200, 201, 204) for r in found):
            raise self.stage.Failed(f"{what}: {[(r['status'], r['body']) for r in found]}")
        if body is not None and body not in found[-1]["body"]:
            raise self.stage.Failed(f"{what}: the body is {found[-1]['body']}")

    def row(self, pane, text, seconds=PATIENCE):
        return self.expect(f"“{text}” in {pane}", lambda: self.tree.row_with(pane, text), seconds)

    def shown(self, name, role=None, seconds=PATIENCE):
        return self.expect(f"“{name}” is shown", lambda: self.tree.find(name, role), seconds)

    def gone(self, name, role=None, seconds=PATIENCE):
        self.expect(f"“{name}” is gone", lambda: self.tree.find(name, role) is None, seconds)

    def focused(self, name, seconds=PATIENCE):
        self.expect(f"the focus is on “{name}”", lambda: self.tree.has_focus(name), seconds)

    def written(self, text, seconds=PATIENCE):
        self.expect(f"the reply field holds “{text}”", lambda: self.tree.text_of("Reply") == text, seconds)

    def go_to(self, name, conversation):
        """Finds a conversation by its customer's name and opens it, from wherever the focus is."""
        self.keys.press("Escape", "Escape", "Escape", "slash")
        self.focused("Search conversations")
        self.keys.type(name)
        self.keys.press("Return")
        self.expect(f"the messages of {name} are read", lambda: self.log.find(
            "GET", f"/conversations/{conversation}/messages"))
        self.focused("Conversations")
        self.keys.press("Escape")  # the search ends, the conversation stays

    def picture(self, name, shows):
        number = len(self.steps) + 1
        self.screen.save(os.path.join(self.out, f"{number:02d}-{name}.png"))
        seconds = time.monotonic() - self.started
        self.steps.append((number, name, shows, self.keys.pressed, seconds))
        self.keys.pressed = []
        print(f"  {seconds:5.1f} s  {number:02d}-{name}: {shows}", flush=True)

    # --- the main job --------------------------------------------------------------------------------------

    def open_the_demo(self):
        self.row("Conversations", "Maria Keller")
        self.focused("Conversations")  # the window is active: keys reach it
        self.keys.press("g", "a")
        self.expect("all conversations are listed", lambda: len(self.tree.rows("Conversations")) > 20)
        self.picture("inbox", "The demo workspace is open: all conversations")

    def answer_the_first(self):
        self.go_to("Maria Keller", 1001)
        self.row("Messages", "Ist mein Paket denn noch rechtzeitig da?")
        self.logged("it is marked as read after a moment of rest", "POST", "/conversations/1001/mark-read")
        self.picture("conversation", "A conversation is open and read")
        self.keys.press("r")
        self.focused("Reply")
        self.keys.type(FIRST_ANSWER)
        self.written(FIRST_ANSWER)
        self.picture("reply-typed", "A reply is typed")
        self.keys.press("ctrl+Return")
        self.row("Messages", FIRST_ANSWER)
        self.written("")
        self.picture("reply-sent", "Sent: the bubble stands in the thread at once")
        self.logged("the answer is sent once", "POST", "/conversations/1001/messages", body=FIRST_ANSWER)
        self.row("Messages", "Super, dann bin ich zu Hause.")
        self.picture("customer-answers", "The customer's reply has arrived")

    def leave_a_text_where_the_window_closes(self):
        self.go_to("Emily Clarke", 1003)
        self.row("Messages", "On my side, mostly.")
        self.keys.press("r")
        self.focused("Reply")
        self.keys.type(KEPT_TEXT)
        self.written(KEPT_TEXT)
        self.picture("window-closing", "A reply window with less than a minute left, a text half done")

    def answer_the_second_and_close_it(self):
        self.go_to("Jonas Ott", 1002)
        self.row("Messages", "Quer über die ganze Front")
        self.keys.press("r")
        self.focused("Reply")
        self.keys.type(SECOND_ANSWER)
        self.written(SECOND_ANSWER)
        self.keys.press("ctrl+Return")
        self.logged("the second answer is sent once", "POST", "/conversations/1002/messages",
                    body=SECOND_ANSWER)
        self.row("Messages", SECOND_ANSWER)
        self.picture("second-answer", "A second customer is answered")
        self.keys.press("Escape", "e")
        self.logged("the conversation is done", "PATCH", "/conversations/1002", body='"done"')
        self.picture("done", "Done, and the next conversation is open")

    def restart_what_has_expired(self):
        self.go_to("Emily Clarke", 1003)
        self.shown("Restart conversation…", "push button", seconds=60)
        self.keys.press("r")
        self.written(KEPT_TEXT)
        self.picture("window-closed", "The window has closed; the text is kept, a restart is offered")
        self.keys.press("ctrl+shift+r")
        self.shown("Restart conversation for about 11 cents", "push button")
        self.picture("restart-question", "The restart says what it costs and asks once")

        def confirmed():  # pressed again and again, as an impatient person does
            self.keys.press("Return")
            return self.tree.find("Restart conversation for about 11 cents") is None

        self.expect("the question is answered", confirmed)
        self.logged("the template is paid once", "POST", "/conversations/1003/restart")
        self.keys.press("ctrl+shift+r", "Return")
        self.picture("restarting", "The template is on its way; the customer has to answer first")

    def write_again_once_the_customer_has_answered(self):
        self.shown("Send", "push button", seconds=40)
        self.written(KEPT_TEXT)
        self.picture("window-reopened", "The customer has answered: the window is open, the text still there")
        self.keys.press("ctrl+Return")
        self.logged("the kept text is sent once", "POST", "/conversations/1003/messages", body=KEPT_TEXT)
        self.row("Messages", KEPT_TEXT)
        self.picture("kept-text-sent", "The kept text is sent")

    def give_it_to_aylin(self):
        self.keys.press("Escape", "a")
        self.keys.type("Ayl")  # Qt shows no popup in the tree; the keys reach it in the order they were pressed
        self.picture("assign", "Typing a name to assign to")
        self.keys.press("Return")
        self.logged("it is Aylin's", "PATCH", "/conversations/1003", body='"user_id":12')
        self.shown("Assignee: Aylin")
        self.picture("assigned", "The conversation is Aylin's")

    def retry_what_failed(self):
        self.go_to("Thomas Brandt", 1005)
        self.row("Messages", "failed")
        self.keys.press("t")
        self.picture("failed", "The first press shows the message that failed, and why")
        self.keys.press("t")
        self.expect("it is sent again", lambda: self.retries())
        self.expect("it has gone through", lambda: any(
            "Bis 18:30 Uhr." in row and "failed" not in row for row in self.tree.rows("Messages")))
        if len(self.retries()) != 1:
            raise self.stage.Failed(f"retried {len(self.retries())} times")
        self.picture("retried", "Sent again, once")

    def retries(self):
        return [r for r in self.log.all() if r["method"] == "POST" and r["path"].endswith("/duplicate")]

    def look_around(self):
        self.keys.press("Escape", "Escape", "slash")
        self.focused("Search conversations")
        self.keys.type("sofa")
        self.picture("search", "Searching names, numbers and texts")
        self.keys.press("Escape")
        for name, conversation, shows in (
                ("Gewinnspiel", 1024, "A blocked customer"),
                ("Chloe Marsh", 1016, "A channel whose window cannot be bought back"),
                ("Carmen Delgado", 1012, "A window that closes within half an hour")):
            self.go_to(name, conversation)
            self.picture(name.lower().split()[0], shows)

    def use_the_palette(self):
        self.keys.press("ctrl+k")
        self.focused("Commands")
        self.picture("palette", "Every command by name")
        bright = self.screen.brightness()
        self.keys.type("dark")
        self.picture("palette-found", "Typing finds it")
        self.keys.press("Return")
        self.expect("the screen is dark", lambda: self.screen.brightness() < bright / 2)
        self.picture("dark", "The dark theme")
        self.keys.press("question")
        self.shown("What can I press?")
        self.picture("help", "What can be pressed now")
        self.keys.press("Escape")
        self.gone("What can I press?")

    def look_through_the_settings(self):
        self.keys.press("ctrl+comma")
        self.focused("Search settings")
        self.keys.type("text size")
        self.shown("Text size")
        self.picture("settings", "A setting is found by its words")
        self.keys.press("Escape", "Escape")
        self.gone("Search settings")

    def be_accessible(self):
        self.row("Messages", KEPT_TEXT)
        self.tree.dump(os.path.join(self.out, "accessibility.txt"))
        for pane in self.tree.PANES:
            self.shown(pane)
        self.shown("Reply", "text")
        sentence = self.row("Conversations", "Emily Clarke, WhatsApp, ")
        if "window closes in" not in sentence or "assigned to" not in sentence:
            raise self.stage.Failed(f"the row does not read as a sentence: {sentence}")
        for node, _ in self.tree.walk():
            if node.get_role_name() == "push button" and not node.get_name() and node.get_child_count() == 0 \
                    and node.get_parent().get_role_name() != "text":
                raise self.stage.Failed(f"a button without a name, in “{node.get_parent().get_name()}”")
        self.picture("accessible", "A screen reader's tree names panes, rows, messages and buttons")

    def quit(self):
        self.keys.press("ctrl+q")
        self.stage.until("the program ends", lambda: self.program.poll() is not None, PATIENCE)
        if self.program.returncode != 0:
            raise self.stage.Failed(f"the program ended with code {self.program.returncode}")

    def the_log_agrees(self):
        """Whatever was pressed, and however often: nothing was sent or paid for twice."""
        writes = [r for r in self.log.all() if r["method"] in ("POST", "PATCH", "PUT", "DELETE")]
        restarts = [r for r in writes if r["path"].endswith("/restart")]
        sends = [r for r in writes if r["path"].endswith("/messages")]
        if len(restarts) != 1 or len(sends) != 3 or len(self.retries()) != 1:
            raise self.stage.Failed(
                f"{len(restarts)} restarts, {len(sends)} messages, {len(self.retries())} retries")
        refused = [(r["method"], r["path"], r["status"]) for r in self.log.all() if r["status"] >= 400]
        if refused:
            raise self.stage.Failed(f"the server refused {refused}")

    # --- running -------------------------------------------------------------------------------------------

    def run(self):
        for step in (self.open_the_demo, self.answer_the_first, self.leave_a_text_where_the_window_closes,
                     self.answer_the_second_and_close_it, self.retry_what_failed, self.look_around,
                     self.restart_what_has_expired, self.write_again_once_the_customer_has_answered,
                     self.give_it_to_aylin, self.be_accessible, self.look_through_the_settings,
                     self.use_the_palette, self.quit,
                     self.the_log_agrees):
            self.current = step.__name__.replace("_", " ")
            step()

    def end(self):
        for process in (self.program, self.manager):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        self.errors.close()

    def write_index(self, failure):
        def figure(number, name, shows, keys, seconds):
            pressed = " ".join(f"<kbd>{html.escape(key)}</kbd>" for key in keys)
            return (f'<figure><figcaption><b>{number}. {html.escape(shows)}</b> ({seconds:.0f} s)<br>{pressed}'
                    f'</figcaption><img src="{number:02d}-{name}.png" alt="{html.escape(shows)}"></figure>')

        verdict = f"Failed: {failure}" if failure else "Everything came true."
        page = ('<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>The tour</title><style>'
                "body{font:16px/1.5 sans-serif;max-width:1440px;margin:2em auto;padding:0 1em}"
                "figure{margin:0 0 3em}img{width:100%;border:1px solid #ccc}"
                "kbd{border:1px solid #bbb;border-radius:4px;padding:0 .4em}</style>"
                f"<h1>The tour of Agent Inbox</h1><p>{html.escape(verdict)} "
                '<a href="requests.log">What the server was asked</a>, '
                '<a href="accessibility.txt">what a screen reader sees</a>.</p>'
                + "".join(figure(*step) for step in self.steps) + "</html>\n")
        with open(os.path.join(self.out, "index.html"), "w", encoding="utf-8") as file:
            file.write(page)


def take_the_tour(program, out):
    import stage

    tour = None
    failure = ""
    try:
        tour = Tour(program, out)
        tour.run()
    except (stage.Failed, subprocess.SubprocessError) as problem:
        step = tour.current if tour else "start"
        failure = f"“{step}”: {problem}"
        if tour:
            try:
                tour.screen.save(os.path.join(out, "failed.png"))
                tour.tree.dump(os.path.join(out, "failed.txt"))
            except (stage.Failed, subprocess.SubprocessError):
                pass
    finally:
        if tour:
            tour.end()
    if tour:
        tour.write_index(failure)
    if failure:
        print(f"The tour failed at {failure}\nThe screen at that moment: {os.path.join(out, 'failed.png')}")
        return 1
    print(f"The tour is done: {len(tour.steps)} pictures in {time.monotonic() - tour.started:.0f} s, "
          f"see {os.path.join(out, 'index.html')}")
    return 0


def main():
    parser = argparse.ArgumentParser(description="Takes the tour of Agent Inbox on a virtual screen.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # tidy up on the way out
    if not os.environ.get(INSIDE):
        shutil.rmtree(arguments.out, ignore_errors=True)
        os.makedirs(arguments.out)
        return set_the_stage()
    sys.stdout = sys.stderr = os.fdopen(int(os.environ.pop(INSIDE)), "w", encoding="utf-8")
    return take_the_tour(os.path.abspath(arguments.program), os.path.abspath(arguments.out))


if __name__ == "__main__":
    sys.exit(main())
