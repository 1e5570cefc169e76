# SPDX-License-Identifier: EUPL-1.2
"""The search on a collection of known items: how far up the one text that somebody looks for stands."""

import json
import os
import pathlib

# What plain stemmed BM25 reaches on the same items.
BARS = {"mrr_at_10": 0.375, "recall_at_10": 0.540}


def measure(bench):
    shared = os.environ.get("DREIKLANG_SHARED")
    if not shared:
        return None
    folder = pathlib.Path(shared) / "data/known-item-bonn-moers"
    output, _, _ = bench.program.run("search", "trial", str(folder), "--json", database=False)
    return json.loads(output)


def lines(part):
    return ["known items: " + ", ".join(f"{name} {value}" for name, value in part.items())]


def missed(part):
    return [f"known items: {name} {part[name]} (bar: above {bar})" for name, bar in BARS.items() if part[name] <= bar]
