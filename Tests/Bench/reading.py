# SPDX-License-Identifier: EUPL-1.2
"""Each kind of page with the page cache off, at one and at sixteen connections; start, and memory before and after."""

import time

import load
import pages

PAGE_BAR = 50
START_BAR = 1
IDLE_BAR = 100
LOADED_BAR = 300


def measure(bench):
    rows = []
    with bench.program.served(page_cache=False) as server:
        time.sleep(1)
        result = {"start_seconds": server.seconds_to_first_page, "idle": server.memory()}
        for name, paths in pages.measured(bench.scale).items():
            if not bench.page or bench.page in name:
                rows.append(measure_page(server, name, paths, bench.seconds))
                bench.say(line(rows[-1]))
        result["after_load"] = server.memory()
    return {**result, "rows": rows}


def measure_page(server, name, paths, seconds):
    try:
        # What is not public is not there; asking once also warms up.
        paths = [path for path in paths if server.has(path)]
        if not paths:
            raise load.Failure("none of its pages is there")
        before = server.processor_seconds()
        one = load.ask(server.port, paths, 1, seconds)
        processor = (server.processor_seconds() - before) * 1000 / one["requests"]
        return {"page": name, "processor": processor, "one": one, "sixteen": load.ask(server.port, paths, 16, seconds)}
    except load.Failure as failure:
        return {"page": name, "failure": str(failure)}


def line(row):
    if "failure" in row:
        return f"{row['page']:<24} {row['failure']}"
    one, many = row["one"], row["sixteen"]
    return (f"{row['page']:<24} {row['processor']:10.1f} {one['p50']:7.1f} {one['p95']:7.1f} {one['p99']:7.1f}  "
            f"{many['p50']:7.1f} {many['p95']:7.1f} {many['p99']:7.1f} {many['per_second']:9.0f}")


def lines(part):
    return [
        "milliseconds              processor        1 connection              16 connections",
        "page                       per page     p50     p95     p99      p50     p95     p99   pages/s",
        *[line(row) for row in part["rows"]], "",
        f"first page {part['start_seconds']:.2f} s after the start; memory {part['idle']:.0f} MB idle, "
        f"{part['after_load']:.0f} MB after load",
    ]


def missed(part):
    words = []
    for row in part["rows"]:
        if "failure" in row:
            words.append(f"{row['page']}: {row['failure']}")
        elif row["one"]["p95"] >= PAGE_BAR:
            words.append(f"{row['page']}: p95 {row['one']['p95']:.1f} ms at one connection (bar: {PAGE_BAR})")
    bars = [("start_seconds", START_BAR, "s to the first page"), ("idle", IDLE_BAR, "MB idle"),
            ("after_load", LOADED_BAR, "MB after load")]
    return words + [f"{part[name]:.1f} {text} (bar: {bar})" for name, bar, text in bars if part[name] >= bar]
