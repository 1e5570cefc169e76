# SPDX-License-Identifier: EUPL-1.2
"""What people write, all at once: ideas handed in, supports of one idea, and an idea with very many comments."""

import hashlib
import http.client
import re
import secrets
import sqlite3
import subprocess
import threading
import time
import urllib.parse

import load

# The tables into which one idea that is handed in writes.
TABLES = [
    "matter", "idea", "state_change", "duty", "contribution_author", "mail", "journal_entry", "journal_content",
    "form_use", "search_document", "search_passage",
]
IDEAS_OF_EACH = 8
WRITE_BAR = 0.3
PAGE_BAR = 50


class Tables:
    """The database itself, for what no page offers: many people at once, and bare commits."""

    def __init__(self, address):
        self.file = address.removeprefix("sqlite:") if address.startswith("sqlite:") else None
        self.address = address

    def run(self, statements):
        """Each element is one transaction of one or more statements; returns the seconds it took."""
        if self.file:
            return self.run_in_file(statements)
        return self.run_in_server(statements)

    def run_in_file(self, transactions):
        link = sqlite3.connect(self.file, isolation_level=None, timeout=60)
        link.execute("PRAGMA synchronous = FULL")
        started = time.monotonic()
        for statements in transactions:
            link.execute("BEGIN IMMEDIATE")
            for statement in statements:
                link.execute(statement)
            link.execute("COMMIT")
        seconds = time.monotonic() - started
        link.close()
        return seconds

    def run_in_server(self, transactions):
        text = "".join("BEGIN;\n" + "".join(f"{one};\n" for one in statements) + "COMMIT;\n"
                       for statements in transactions)
        started = time.monotonic()
        self.psql("--file=-", feed=text)
        return time.monotonic() - started

    def rows(self, query):
        if self.file:
            with sqlite3.connect(self.file, timeout=60) as link:
                return link.execute(query).fetchall()
        text = self.psql("--tuples-only", "--no-align", "--field-separator=\x1f", f"--command={query}")
        return [tuple(line.split("\x1f")) for line in text.splitlines() if line]

    def psql(self, *arguments, feed=None):
        address, _, query = self.address.partition("?")
        pairs = urllib.parse.parse_qsl(query)
        schema = dict(pairs).get("schema", "public")
        address += "?" + urllib.parse.urlencode([pair for pair in pairs if pair[0] != "schema"])
        command = ["psql", address, "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", *arguments]
        environment = {"PGOPTIONS": f"-c search_path={schema}", "PATH": "/usr/bin:/bin"}
        return subprocess.run(
            command, input=feed, check=True, capture_output=True, text=True, env=environment).stdout


def make_people(tables, count):
    """People with an account who are signed in; gives the secrets of their sessions."""
    now, end = "2026-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"
    seen = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
    found, statements = [], []
    for number in range(count):
        name, token = f"bench-{secrets.token_hex(8)}", secrets.token_hex(32)
        digest = hashlib.sha256(token.encode()).hexdigest()
        statements += [
            "INSERT INTO person (id, display_name, is_pseudonym, email, language, is_demo, created_at) VALUES "
            f"('{name}', 'Bench {number}', 1, '{name}@example.org', 'de', 0, '{now}')",
            "INSERT INTO session (id, token_digest, person_id, agent, is_demo, created_at, seen_at, ends_at) VALUES "
            f"('{name}', '{digest}', '{name}', 'bench', 0, '{seen}', '{seen}', '{end}')",
        ]
        found.append(token)
    tables.run([statements])
    return found


def send_all(port, requests, connections):
    """Sends every request once over so many connections; gives milliseconds of each and the seconds in all."""
    queue, lock, times, faults = list(reversed(requests)), threading.Lock(), [], []

    def work():
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while True:
            with lock:
                if not queue:
                    return
                path, token, body = queue.pop()
            started = time.monotonic()
            link.request("POST", path, body, {
                "Content-Type": "application/x-www-form-urlencoded", "Cookie": f"sitzung={token}",
                "Sec-Fetch-Site": "same-origin"})
            answer = link.getresponse()
            answer.read()
            with lock:
                times.append((time.monotonic() - started) * 1000)
                if answer.status != 303:
                    faults.append(f"{path}: {answer.status}")

    workers = [threading.Thread(target=work) for _ in range(connections)]
    started = time.monotonic()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    seconds = time.monotonic() - started
    if faults:
        raise load.Failure(f"{len(faults)} of {len(requests)} answers were no success, the first {faults[0]}")
    return times, seconds


def form_key(port, token, path):
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    link.request("GET", path, headers={"Cookie": f"sitzung={token}"})
    text = link.getresponse().read().decode()
    found = re.search(r'<input type="hidden" name="formular" value="([^"]+)">', text)
    if not found:
        raise load.Failure(f"{path} has no form")
    return found.group(1)


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def submit(server, people, connections, each):
    """Ideas handed in by people who are signed in: durable, journalled, with duty, receipt and index."""
    requests = []
    for person in people:
        for number in range(each):
            key = form_key(server.port, person, "/ideen/neu")
            words = " ".join(secrets.token_hex(4) for _ in range(30))
            fields = {
                "formular": key, "forum": str(number % 5 + 1), "titel": f"Idee {number} {words[:17]}", "text": words,
                "geprueft": "ja",
            }
            requests.append(("/ideen/neu", person, urllib.parse.urlencode(fields)))
    times, seconds = send_all(server.port, requests, connections)
    return {
        "requests": len(requests), "connections": connections, "per_second": len(requests) / seconds,
        "p50": percentile(times, 0.5), "p99": percentile(times, 0.99),
    }


def rows_of_an_idea(tables):
    """How many rows of which table one idea has written, by what the last ones have left."""
    return {table: int(tables.rows(f"SELECT COUNT(*) FROM {table}")[0][0]) for table in TABLES}


def bare_commits(tables, before, after, ideas, count):
    """The same rows in the same number of commits, without a program: copies of tables, copies of rows."""
    shares = {table: max(1, round((after[table] - before[table]) / ideas)) for table in TABLES
              if after[table] > before[table]}
    tables.run([[f"DROP TABLE IF EXISTS bare_{table}"] for table in shares]
               + [[f"CREATE TABLE bare_{table} AS SELECT * FROM {table} LIMIT 0"] for table in shares]
               + [[f"CREATE TABLE rows_{table} AS SELECT * FROM {table} LIMIT {rows}"]
                  for table, rows in shares.items()])
    one = [f"INSERT INTO bare_{table} SELECT * FROM rows_{table}" for table in shares]
    seconds = tables.run([one] * count)
    tables.run([[f"DROP TABLE bare_{table}", f"DROP TABLE rows_{table}"] for table in shares])
    return count / seconds


def support(server, tables, people):
    """Everybody supports the same idea at the same time; the number must be exact."""
    number, before = tables.rows(
        "SELECT m.number, COALESCE(c.own, 0) FROM public_matter m"
        " JOIN main_programme p ON p.programme_id = m.programme_id"
        " JOIN idea i ON i.id = m.id LEFT JOIN support_count c ON c.idea_id = i.id"
        " WHERE i.merged_into_id IS NULL ORDER BY m.number LIMIT 1")[0]
    path = f"/ideen/{number}/unterstuetzung"
    requests = [(path, person, "unterstuetzen=ja") for person in people]
    times, seconds = send_all(server.port, requests, 64)
    after = tables.rows(
        "SELECT c.own FROM support_count c JOIN public_matter m ON m.id = c.idea_id"
        f" JOIN main_programme p ON p.programme_id = m.programme_id WHERE m.number = {number}")[0][0]
    return {
        "supports": len(people), "counted": int(after) - int(before), "per_second": len(people) / seconds,
        "p99": percentile(times, 0.99),
    }


def gather_remarks(tables, count):
    """Puts very many comments under one idea; gives its number and how many there are."""
    number, idea = tables.rows(
        "SELECT m.number, m.id FROM public_matter m JOIN main_programme p ON p.programme_id = m.programme_id"
        " JOIN idea i ON i.id = m.id WHERE i.merged_into_id IS NULL ORDER BY m.number LIMIT 1")[0]
    tables.run([[
        f"UPDATE remark SET matter_id = '{idea}', parent_id = NULL"
        f" WHERE id IN (SELECT id FROM remark ORDER BY id LIMIT {count})"]])
    held = tables.rows(f"SELECT COUNT(*) FROM remark WHERE matter_id = '{idea}'")[0][0]
    return int(number), int(held)


def measure(bench):
    """All of it, in a database that is thrown away."""
    tables = Tables(bench.program.database)
    # The invented programme listens in the past; here it listens today.
    tables.run([["UPDATE phase SET ends_on = NULL WHERE kind = 'listening'"]])
    number, remarks = gather_remarks(tables, 500 if bench.quick else 5000)
    singles, many, crowd = (2, 8, 200) if bench.quick else (25, 64, 10000)
    people = make_people(tables, max(crowd, singles + many))
    result = {"remarks": remarks}
    with bench.program.served(page_cache=False) as server:
        result["many_remarks"] = load.ask(server.port, [f"/ideen/{number}"], 1, bench.seconds)
        before = rows_of_an_idea(tables)
        result["submit_one"] = submit(server, people[:singles], 1, IDEAS_OF_EACH)
        result["submit_many"] = submit(server, people[singles:singles + many], 64, IDEAS_OF_EACH)
        after = rows_of_an_idea(tables)
        result["support"] = support(server, tables, people[:crowd])
    ideas = (singles + many) * IDEAS_OF_EACH
    result["bare_per_second"] = bare_commits(tables, before, after, ideas, ideas)
    result["ratio"] = result["submit_many"]["per_second"] / result["bare_per_second"]
    return result


def lines(part):
    one, many, crowd = part["submit_one"], part["submit_many"], part["support"]
    return [
        f"ideas handed in: {one['per_second']:.0f}/s at 1 connection (p99 {one['p99']:.1f} ms), "
        f"{many['per_second']:.0f}/s at 64 (p99 {many['p99']:.1f} ms); bare commits of the same rows "
        f"{part['bare_per_second']:.0f}/s, ratio {part['ratio']:.2f}",
        f"{crowd['supports']} supports of one idea at 64 connections: {crowd['counted']} counted, "
        f"{crowd['per_second']:.0f}/s, p99 {crowd['p99']:.1f} ms",
        f"an idea with {part['remarks']} comments: p95 {part['many_remarks']['p95']:.1f} ms",
    ]


def missed(part):
    words = []
    if part["ratio"] < WRITE_BAR:
        words.append(f"handing in an idea at {part['ratio']:.2f} of bare commits (bar: {WRITE_BAR})")
    if part["support"]["counted"] != part["support"]["supports"]:
        words.append(f"{part['support']['supports']} supports were counted as {part['support']['counted']}")
    if part["many_remarks"]["p95"] >= PAGE_BAR:
        words.append(f"an idea with {part['remarks']} comments: p95 {part['many_remarks']['p95']:.1f} ms "
                     f"(bar: {PAGE_BAR})")
    return words
