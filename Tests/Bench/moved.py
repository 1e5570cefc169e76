# SPDX-License-Identifier: EUPL-1.2
"""Exports the programme and imports it into an empty database."""

import json


def measure(bench):
    folder = bench.folder / "package"
    _, export_seconds, export_memory = bench.program.run("export", "grossregion", str(folder), "--complete")
    output, seconds, memory = bench.another("moved").run("import", str(folder), "--json")
    objects = len(json.loads(output)["created"])
    return {
        "objects": objects, "seconds": seconds, "per_second": objects / seconds, "peak_memory": memory,
        "export_seconds": export_seconds, "export_peak_memory": export_memory,
    }


def lines(part):
    return [f"import: {part['objects']} objects in {part['seconds']:.1f} s, {part['per_second']:.0f} a second, "
            f"at most {part['peak_memory']:.0f} MB; export {part['export_seconds']:.1f} s, at most "
            f"{part['export_peak_memory']:.0f} MB"]


def missed(_):
    return []
