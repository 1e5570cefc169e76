# SPDX-License-Identifier: EUPL-1.2
"""Runs the program under measurement: its commands with their time and memory, and its server."""

import contextlib
import os
import pathlib
import socket
import subprocess
import time
import urllib.error
import urllib.request

import load

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Program:
    """One built program on one database."""

    def __init__(self, path, database):
        self.path = str(path)
        self.database = database

    def run(self, *arguments, database=True):
        """Runs a command; returns what it printed, the seconds it took and its peak memory in MB."""
        started = time.monotonic()
        command = [self.path, *arguments, *(["--database", self.database] if database else [])]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise load.Failure(f"{' '.join(command)} ended with {process.returncode}")
        return output, time.monotonic() - started, usage.ru_maxrss / 1024

    @contextlib.contextmanager
    def served(self, page_cache, settings=None):
        """Serves the database while the block runs, with further settings."""
        port = free_port()
        environment = {
            **os.environ, "DREIKLANG_PAGE_CACHE": "on" if page_cache else "off", "DREIKLANG_LOG_LEVEL": "error",
            "DREIKLANG_BUNDLED": "none", **(settings or {}),
        }
        command = [self.path, "serve", "--port", str(port), "--database", self.database]
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
        try:
            server = Server(port, process)
            server.wait_until_ready(started)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=30)


class Server:
    """A server that answers on a port of this machine."""

    def __init__(self, port, process):
        self.port = port
        self.process = process
        self.seconds_to_first_page = None

    def wait_until_ready(self, started):
        while time.monotonic() - started < 120:
            if self.process.poll() is not None:
                raise load.Failure(f"the server ended with {self.process.returncode}")
            try:
                self.page("/")
            except OSError:
                time.sleep(0.005)
                continue
            self.seconds_to_first_page = time.monotonic() - started
            return
        raise load.Failure("the server gave no page within two minutes")

    def page(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
            return answer.read()

    def processor_seconds(self):
        """What the server has used of the processors so far; other programs on the machine do not change it."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def has(self, path):
        try:
            self.page(path)
        except urllib.error.HTTPError as answer:
            if answer.code == 404:
                return False
            raise
        return True

    def memory(self):
        """Resident memory now, in MB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
