# SPDX-License-Identifier: EUPL-1.2
"""The invented programme on which everything else is measured."""

import json


def measure(bench):
    bench.say(f"generating {sum(bench.scale.values())} objects and what belongs to them")
    arguments = [word for name, count in bench.scale.items() for word in (f"--{name}", str(count))]
    output, seconds, memory = bench.program.run("generate", *arguments, "--json")
    objects = json.loads(output)["objects"]
    return {"objects": objects, "seconds": seconds, "per_second": objects / seconds, "peak_memory": memory}


def lines(part):
    return [f"generate: {part['objects']} objects in {part['seconds']:.1f} s, {part['per_second']:.0f} a second, "
            f"at most {part['peak_memory']:.0f} MB"]


def missed(_):
    return []
