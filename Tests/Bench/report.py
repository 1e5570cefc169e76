# SPDX-License-Identifier: EUPL-1.2
"""Puts measurements into words: the conditions, the bars and the table."""

import os
import pathlib
import platform
import time

PAGE_BAR = 50
RATIO_BAR = 0.5
START_BAR = 1
IDLE_BAR = 100
LOADED_BAR = 300
WRITE_BAR = 0.3


def conditions(program, scale):
    processor = next(
        (line.split(":", 1)[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), platform.machine())
    return {
        "day": time.strftime("%Y-%m-%d"), "processor": processor, "cores": os.cpu_count(),
        "load_before": os.getloadavg()[0], "program_megabytes": pathlib.Path(program).stat().st_size / 1e6,
        "scale": scale,
    }


def missed_bars(result):
    """Every bar that was missed, in words."""
    missed = []
    for row in result["pages"]:
        if "failure" in row:
            missed.append(f"{row['page']}: {row['failure']}")
        elif row["one"]["p95"] >= PAGE_BAR:
            missed.append(f"{row['page']}: p95 {row['one']['p95']:.1f} ms at one connection (bar: {PAGE_BAR})")
    memory = result["memory"]
    bars = [("start_seconds", START_BAR, "s to the first page"), ("idle", IDLE_BAR, "MB idle"),
            ("after_load", LOADED_BAR, "MB after load")]
    for name, bar, words in bars:
        if memory[name] >= bar:
            missed.append(f"{memory[name]:.1f} {words} (bar: {bar})")
    if "cached" in result and result["cached"]["ratio"] < RATIO_BAR:
        missed.append(f"cached page at {result['cached']['ratio']:.2f} of nginx (bar: {RATIO_BAR})")
    return missed + missed_writes(result.get("writes"))


def missed_writes(part):
    if part is None:
        return []
    if "failure" in part:
        return [f"writes: {part['failure']}"]
    missed = []
    if part["ratio"] < WRITE_BAR:
        missed.append(f"handing in an idea at {part['ratio']:.2f} of bare commits (bar: {WRITE_BAR})")
    if part["support"]["counted"] != part["support"]["supports"]:
        missed.append(f"{part['support']['supports']} supports were counted as {part['support']['counted']}")
    if part["many_remarks"]["p95"] >= PAGE_BAR:
        missed.append(f"an idea with {part['remarks']} comments: p95 {part['many_remarks']['p95']:.1f} ms "
                      f"(bar: {PAGE_BAR})")
    return missed


def table(result):
    stated = result["conditions"]
    scale = ", ".join(f"{count} {name}" for name, count in stated["scale"].items())
    lines = [
        f"{result['engine']}, {stated['day']}, {stated['cores']} cores ({stated['processor']}), "
        f"load {stated['load_before']:.1f} before",
        scale, "",
        "milliseconds              processor        1 connection              16 connections",
        "page                       per page     p50     p95     p99      p50     p95     p99   pages/s",
    ]
    for row in result["pages"]:
        if "failure" in row:
            lines.append(f"{row['page']:<24} {row['failure']}")
            continue
        one, many = row["one"], row["sixteen"]
        lines.append(
            f"{row['page']:<24} {row['processor']:10.1f} {one['p50']:7.1f} {one['p95']:7.1f} {one['p99']:7.1f}  "
            f"{many['p50']:7.1f} {many['p95']:7.1f} {many['p99']:7.1f} {many['per_second']:9.0f}")
    lines.append("")
    for name in ("generate", "import"):
        if name in result:
            part = result[name]
            lines.append(f"{name}: {part['objects']} objects in {part['seconds']:.1f} s, "
                         f"{part['per_second']:.0f} a second, at most {part['peak_memory']:.0f} MB")
    memory = result["memory"]
    lines.append(f"first page {memory['start_seconds']:.2f} s after the start; memory {memory['idle']:.0f} MB idle, "
                 f"{memory['after_load']:.0f} MB after load")
    if "cached" in result:
        part = result["cached"]
        lines.append(f"cached {part['path']} ({part['bytes']} bytes, 64 connections): {part['per_second']:.0f}/s, "
                     f"nginx {part['nginx_per_second']:.0f}/s, ratio {part['ratio']:.2f}")
    if "writes" in result and "failure" not in result["writes"]:
        part = result["writes"]
        one, many, crowd = part["submit_one"], part["submit_many"], part["support"]
        lines += [
            f"ideas handed in: {one['per_second']:.0f}/s at 1 connection (p99 {one['p99']:.1f} ms), "
            f"{many['per_second']:.0f}/s at 64 (p99 {many['p99']:.1f} ms); bare commits of the same rows "
            f"{part['bare_per_second']:.0f}/s, ratio {part['ratio']:.2f}",
            f"{crowd['supports']} supports of one idea at 64 connections: {crowd['counted']} counted, "
            f"{crowd['per_second']:.0f}/s, p99 {crowd['p99']:.1f} ms",
            f"an idea with {part['remarks']} comments: p95 {part['many_remarks']['p95']:.1f} ms",
        ]
    if "search" in result:
        lines.append("known items: " + ", ".join(f"{name} {value}" for name, value in result["search"].items()))
    lines += [""] + ([f"MISSED  {text}" for text in result["missed"]] or ["every bar is met"])
    return "\n".join(lines)
