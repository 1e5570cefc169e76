# SPDX-License-Identifier: EUPL-1.2
"""Puts a run into words: the conditions, what each part has found, and the bars that were missed."""

import os
import pathlib
import platform
import time


def conditions(program, scale):
    processor = next(
        (line.split(":", 1)[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), platform.machine())
    return {
        "day": time.strftime("%Y-%m-%d"), "processor": processor, "cores": os.cpu_count(),
        "load_before": os.getloadavg()[0], "program_megabytes": pathlib.Path(program).stat().st_size / 1e6,
        "scale": scale,
    }


def missed(parts, modules):
    """Every bar that was missed, in words; a part that failed has missed its own."""
    words = []
    for name, part in parts.items():
        words += [f"{name}: {part['failure']}"] if "failure" in part else modules[name].missed(part)
    return words


def table(result, modules):
    stated = result["conditions"]
    scale = ", ".join(f"{count} {name}" for name, count in stated["scale"].items())
    lines = [
        f"{result['engine']}, {stated['day']}, {stated['cores']} cores ({stated['processor']}), "
        f"load {stated['load_before']:.1f} before",
        scale, "",
    ]
    for name, part in result["parts"].items():
        lines += [f"{name}: {part['failure']}"] if "failure" in part else modules[name].lines(part)
    return "\n".join(lines + [""] + ([f"MISSED  {text}" for text in result["missed"]] or ["every bar is met"]))
