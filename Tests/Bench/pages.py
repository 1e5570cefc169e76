# SPDX-License-Identifier: EUPL-1.2
"""The pages that are measured; each is a name and the paths asked for in turn."""

import random
import urllib.parse


def search(*words):
    return ["/suche?q=" + urllib.parse.quote(word) for word in words]


def spread(pattern, count):
    """Thirty different objects, the same in every run."""
    numbers = random.Random(1).sample(range(1, count + 1), min(30, count))
    return [pattern.format(number) for number in numbers]


def measured(scale):
    """Names with their paths, for a programme of this scale that stands at the root."""
    # A few ideas in a hundred are not public, so that the list ends a little earlier.
    late = max(1, scale["ideas"] * 39 // 2000)
    return {
        "home": ["/"],
        "ideas, page 1": ["/ideen"],
        "ideas, late page": [f"/ideen?seite={late}"],
        "ideas, filtered": ["/ideen?forum=1", "/ideen?forum=3&weg=hall", "/ideen?forum=2&seite=3"],
        "one idea": spread("/ideen/{}", scale["ideas"] // 3),
        "proposals": ["/vorschlaege"],
        "one proposal": spread("/vorschlaege/{}", scale["proposals"])[:6],
        "statements": ["/stellungnahmen"],
        "projects": ["/projekte"],
        "one project": spread("/projekte/{}", scale["projects"]),
        "thread of a project": spread("/faden/projekt/{}", scale["projects"]),
        "thread of the programme": ["/faden"],
        "search": search("Nachtbus", "Schule Kinder", "Radweg -Kreis", "wärmenetz", "\"offenes WLAN\"", "Bahnhof"),
        "map": ["/karte"],
        "region": ["/region", "/region?stand=vergleich", "/region?wert=mittel-je-kopf"],
        "figures": ["/zahlen"],
        "one figure": ["/zahlen/ideas"],
        "money": ["/mittel"],
        "money compared": ["/mittel/vergleich", "/mittel/vergleich?nach=kommune", "/mittel/vergleich?nach=jahr"],
        "five questions": spread("/mittel/projekte/{}", scale["projects"]),
        "duties": ["/pflichten"],
        "forums": ["/themenforen"],
        "one forum": ["/themenforen/1"],
        "municipalities": ["/kommunen"],
        "sources": ["/quellen"],
        "chronicle": ["/chronik"],
        "journal": ["/protokoll"],
    }
