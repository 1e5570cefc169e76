# SPDX-License-Identifier: EUPL-1.2
"""Asks a server for pages with wrk and says how long the answers took."""

import json
import pathlib
import subprocess

SCRIPT = pathlib.Path(__file__).with_name("paths.lua")


class Failure(Exception):
    """A measurement that says nothing, because answers were missing or were errors."""


def ask(port, paths, connections, seconds):
    """Milliseconds at the 50th, 95th and 99th percentile and requests per second, for paths asked in turn."""
    threads = 1 if connections == 1 else 2
    command = [
        "wrk", f"--threads={threads}", f"--connections={connections}", f"--duration={seconds}s", "--timeout=20s",
        f"--script={SCRIPT}", f"http://127.0.0.1:{port}", "--", *paths,
    ]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    line = next((line for line in output.splitlines() if line.startswith("RESULT ")), None)
    if line is None:
        raise Failure(f"wrk gave no result for {paths[0]}:\n{output}")
    result = json.loads(line.removeprefix("RESULT "))
    if result["failed"]:
        raise Failure(f"{paths[0]}: {result['failed']} of {result['requests']} requests failed")
    if not result["requests"]:
        raise Failure(f"{paths[0]}: no answer within {seconds} s")
    return {
        "requests": result["requests"],
        "per_second": result["requests"] / result["seconds"],
        "p50": result["p50"], "p95": result["p95"], "p99": result["p99"],
    }
