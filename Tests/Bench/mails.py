# SPDX-License-Identifier: EUPL-1.2
"""Digests for many people, prepared and handed to a mail server here: all sent or listed, with flat memory."""

import secrets
import socketserver
import sqlite3
import threading
import time

LONGEST = 30 * 60
FOUR_DAYS_AGO = 4 * 24 * 60 * 60


class Sink(socketserver.StreamRequestHandler):
    """Takes every mail and counts the recipients."""

    recipients = []

    def handle(self):
        self.say("220 sink")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"EHLO":
                self.say("250-sink\r\n250 8BITMIME")
            elif word == b"DATA":
                self.say("354 go on")
                while self.rfile.readline() not in (b".\r\n", b""):
                    pass
                self.say("250 taken")
            elif word == b"QUIT":
                self.say("221 bye")
                return
            else:
                if word == b"RCPT":
                    self.recipients.append(line)
                self.say("250 fine")

    def say(self, text):
        self.wfile.write((text + "\r\n").encode())


def fill(path, people):
    """People with a daily digest, and three notices for each from some days ago."""
    then = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() - FOUR_DAYS_AGO))
    database = sqlite3.connect(path, timeout=60)
    database.execute("PRAGMA foreign_keys = ON")
    programme, = database.execute("SELECT id FROM programme ORDER BY slug LIMIT 1").fetchone()
    ideas = [row[0] for row in database.execute(
        "SELECT id FROM public_matter WHERE programme_id = ? AND kind = 'idea' ORDER BY number LIMIT 3", (programme,))]
    events = [(secrets.token_hex(16), programme, idea, "idea_answered", then) for idea in ideas]
    names = [secrets.token_hex(16) for _ in range(people)]
    with database:
        database.executemany("INSERT INTO notice_event VALUES (?, ?, ?, ?, ?)", events)
        database.executemany(
            "INSERT INTO person (id, display_name, is_pseudonym, email, language, is_demo, created_at)"
            " VALUES (?, 'Ada', 0, ?, 'de', 0, ?)",
            [(name, f"p{number}@example.org", then) for number, name in enumerate(names)])
        database.executemany("INSERT INTO notice_setting VALUES (?, 'daily', ?)", [(name, then) for name in names])
        database.executemany(
            "INSERT INTO notice (event_id, person_id, programme_id, followed_id, occurred_at, awaits_mail)"
            " VALUES (?, ?, ?, ?, ?, 1)",
            [(event[0], name, programme, event[2], then) for name in names for event in events])
    database.close()


def states(path):
    """How many digests stand how; before the first is prepared, nobody has one."""
    database = sqlite3.connect(path, timeout=60)
    rows = database.execute("SELECT state, COUNT(*) FROM mail WHERE cause = 'notices' GROUP BY state").fetchall()
    database.close()
    return dict(rows)


def measure(bench):
    """Runs the program until nothing waits any more; its memory is looked at all the way."""
    if bench.address:
        return None
    path, people = bench.folder / "bench.sqlite", 500 if bench.quick else 50000
    fill(path, people)
    sink = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Sink)
    sink.daemon_threads = True
    threading.Thread(target=sink.serve_forever, daemon=True).start()
    mail = {"DREIKLANG_SMTP_URL": f"smtp://127.0.0.1:{sink.server_address[1]}",
            "DREIKLANG_MAIL_FROM": "post@example.org"}
    with bench.program.served(page_cache=True, settings=mail) as server:
        started = time.monotonic()
        prepared_after, memory = None, []
        while time.monotonic() - started < LONGEST:
            found = states(path)
            memory.append((sum(found.values()), server.memory()))
            if prepared_after is None and sum(found.values()) == people:
                prepared_after = time.monotonic() - started
            if sum(found.values()) == people and not (found.get("waiting") or found.get("sending")):
                break
            time.sleep(0.5)
        seconds = time.monotonic() - started
    sink.shutdown()
    found = states(path)
    early = max(used for count, used in memory if count <= max(people / 10, memory[0][0]))
    return {
        "people": people, "states": found, "taken": len(set(Sink.recipients)), "doubled":
        len(Sink.recipients) - len(set(Sink.recipients)), "prepared_seconds": prepared_after, "seconds": seconds,
        "memory_early": early, "memory_peak": max(used for _, used in memory),
    }


def missed(result):
    """What the bar says: everybody has one digest that is sent or listed, none twice, and memory stays flat."""
    words = []
    listed = sum(result["states"].values())
    if listed != result["people"]:
        words.append(f"mails: {listed} digests for {result['people']} people")
    if result["states"].get("sent", 0) != result["taken"] or result["doubled"]:
        words.append(f"mails: {result['taken']} taken and {result['doubled']} doubled, but {result['states']}")
    if result["memory_peak"] > result["memory_early"] + 64:
        words.append(f"mails: memory grew from {result['memory_early']:.0f} to {result['memory_peak']:.0f} MB")
    return words


def lines(result):
    prepared = result["prepared_seconds"]
    when = "never" if prepared is None else f"in {prepared:.1f} s"
    return [f"digests: {result['people']} people, prepared {when}, "
            f"all handed over in {result['seconds']:.1f} s ({result['people'] / result['seconds']:.0f} a second), "
            f"{result['states']}, memory {result['memory_early']:.0f} to {result['memory_peak']:.0f} MB"]
