# SPDX-License-Identifier: EUPL-1.2
"""Measures a release build at the size of a whole state; script/bench starts it and says what there is to choose.

Each part is a module with three functions: measure(bench) gives its figures, lines(part) puts them into words, and
missed(part) names the bars that were missed. A part that fails is said and missed, and the others are measured all
the same.
"""

import argparse
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import cached
import generated
import load
import mails
import moved
import reading
import report
import searching
import writes
from program import Program

FULL = {
    "ideas": 20000, "remarks": 60000, "proposals": 600, "statements": 2000, "projects": 550, "municipalities": 396,
    "people": 5000,
}
QUICK = {"ideas": 1000, "remarks": 2000, "proposals": 60, "statements": 100, "projects": 60, "municipalities": 53,
         "people": 100}
# In this order; those that write come after those that read.
PARTS = {
    "import": moved, "pages": reading, "nginx": cached, "search": searching, "digests": mails, "writing": writes,
}


@dataclasses.dataclass
class Bench:
    """What every part is given."""

    program: Program
    # Holds the databases of this run and goes with it.
    folder: pathlib.Path
    scale: dict
    # How long a page is asked for.
    seconds: int
    quick: bool
    # Of the PostgreSQL of this run, or None on SQLite.
    address: str | None
    # Only pages whose name holds this, or None.
    page: str | None

    def say(self, text):
        print(f"bench: {text}", file=sys.stderr, flush=True)

    def another(self, name):
        """The same program on an empty database of its own."""
        place = self.address and f"{self.address}&schema={name}"
        return Program(self.program.path, place or f"sqlite:{self.folder}/{name}.sqlite")


def measure(options):
    scale = QUICK if options.quick else FULL
    result = {"engine": options.engine, "conditions": report.conditions(options.program, scale), "parts": {}}
    with tempfile.TemporaryDirectory(prefix="dreiklang-bench.") as name:
        folder = pathlib.Path(name)
        address = os.environ["DREIKLANG_TEST_POSTGRES"] if options.engine == "postgres" else None
        program = Program(options.program, address or f"sqlite:{folder}/bench.sqlite")
        bench = Bench(program, folder, scale, 1 if options.quick else 5, options.quick, address, options.only)
        result["parts"]["generate"] = generated.measure(bench)
        for part in chosen(options):
            bench.say(part)
            started = time.monotonic()
            try:
                measured = PARTS[part].measure(bench)
            except (load.Failure, OSError, subprocess.SubprocessError) as failure:
                measured = {"failure": str(failure)}
            # A part that has nothing to measure here gives None.
            if measured is not None:
                result["parts"][part] = measured
            bench.say(f"{part} took {time.monotonic() - started:.0f} s")
    result["missed"] = report.missed(result["parts"], {"generate": generated, **PARTS})
    return result


def chosen(options):
    if options.part:
        return options.part
    return ["pages"] if options.only else list(PARTS)


def main():
    parser = argparse.ArgumentParser(prog="script/bench")
    parser.add_argument("--program", required=True)
    parser.add_argument("--engine", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", metavar="PAGE")
    parser.add_argument("--part", action="append", choices=list(PARTS))
    options = parser.parse_args()
    result = measure(options)
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        print(report.table(result, {"generate": generated, **PARTS}))
    sys.exit(1 if result["missed"] else 0)


if __name__ == "__main__":
    main()
