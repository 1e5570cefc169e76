# SPDX-License-Identifier: EUPL-1.2
"""Measures a release build at the size of a whole state; script/bench starts it and says what there is to choose."""

import argparse
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time

import cached
import load
import pages
import report
import writes
from program import Program, trial

FULL = {
    "ideas": 20000, "remarks": 60000, "proposals": 600, "statements": 2000, "projects": 550, "municipalities": 396,
    "people": 5000,
}
QUICK = {"ideas": 1000, "remarks": 2000, "proposals": 60, "statements": 100, "projects": 60, "municipalities": 53,
         "people": 100}


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def generate(program, scale):
    say(f"generating {sum(scale.values())} objects and what belongs to them")
    arguments = [word for name, count in scale.items() for word in (f"--{name}", str(count))]
    output, seconds, memory = program.run("generate", *arguments, "--json")
    objects = json.loads(output)["objects"]
    return {"objects": objects, "seconds": seconds, "per_second": objects / seconds, "peak_memory": memory}


def move(program, target, folder):
    """Exports the programme and imports it into an empty database."""
    say("exporting and importing")
    _, export_seconds, export_memory = program.run("export", "grossregion", str(folder), "--complete")
    output, seconds, memory = target.run("import", str(folder), "--json")
    objects = len(json.loads(output)["created"])
    return {
        "objects": objects, "seconds": seconds, "per_second": objects / seconds, "peak_memory": memory,
        "export_seconds": export_seconds, "export_peak_memory": export_memory,
    }


def measure_pages(program, scale, seconds, only):
    """Each page with the page cache off, at one and at sixteen connections; and the memory before and after."""
    rows = []
    with program.served(page_cache=False) as server:
        time.sleep(1)
        memory = {"idle": server.memory(), "start_seconds": server.seconds_to_first_page}
        for name, paths in pages.measured(scale).items():
            if only and only not in name:
                continue
            say(name)
            try:
                # What is not public is not there; asking once also warms up.
                paths = [path for path in paths if server.has(path)]
                if not paths:
                    raise load.Failure("none of its pages is there")
                before = server.processor_seconds()
                row = {"page": name, "one": load.ask(server.port, paths, 1, seconds)}
                row["processor"] = (server.processor_seconds() - before) * 1000 / row["one"]["requests"]
                row["sixteen"] = load.ask(server.port, paths, 16, seconds)
            except load.Failure as failure:
                row = {"page": name, "failure": str(failure)}
            rows.append(row)
        memory["after_load"] = server.memory()
    return rows, memory


def measure(options):
    scale = QUICK if options.quick else FULL
    seconds = 1 if options.quick else 5
    result = {"conditions": report.conditions(options.program, scale), "engine": options.engine}
    with tempfile.TemporaryDirectory(prefix="dreiklang-bench.") as name:
        folder = pathlib.Path(name)
        program = Program(options.program, options.address or f"sqlite:{folder}/bench.sqlite")
        result["generate"] = generate(program, scale)
        if not options.only:
            other = options.address and options.address + "&schema=moved"
            result["import"] = move(program, Program(options.program, other or f"sqlite:{folder}/moved.sqlite"),
                                    folder / "package")
        result["pages"], result["memory"] = measure_pages(program, scale, seconds, options.only)
        if not options.only and shutil.which("/usr/sbin/nginx"):
            say("comparing with nginx")
            with program.served(page_cache=True) as server:
                result["cached"] = cached.compare(server, "/projekte", seconds, rounds=1 if options.quick else 3)
        if not options.only:
            say("handing in ideas, supporting one, reading one with very many comments")
            try:
                result["writes"] = writes.measure(program, seconds, options.quick)
            except load.Failure as failure:
                result["writes"] = {"failure": str(failure)}
        shared = os.environ.get("DREIKLANG_SHARED")
        if shared and not options.only and options.engine == "sqlite":
            say("trying the search on known items")
            result["search"] = trial(program, pathlib.Path(shared) / "data/known-item-bonn-moers")
    result["missed"] = report.missed_bars(result)
    return result


def main():
    parser = argparse.ArgumentParser(prog="script/bench")
    parser.add_argument("--program", required=True)
    parser.add_argument("--engine", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only")
    options = parser.parse_args()
    options.address = os.environ["DREIKLANG_TEST_POSTGRES"] if options.engine == "postgres" else None
    result = measure(options)
    print(json.dumps(result, ensure_ascii=False, indent=2) if options.json else report.table(result))
    sys.exit(1 if result["missed"] else 0)


if __name__ == "__main__":
    main()
