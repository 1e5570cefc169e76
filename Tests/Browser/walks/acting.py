# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a project: reported on, paid for, and ended with a reason that reaches whoever had the idea."""
import re

from walks import HOME, text

DONE = "Die vierte Linie fährt seit November im Takt."
REASON = "Die Gemeinden haben sich auf keine Haltestellen geeinigt."
LESSONS = "Haltestellen gehören an den Anfang der Abstimmung."


def a_lead_reports_on_a_telephone_and_the_ministry_releases(walk):
    lead, reader = walk.person("Petra"), walk.stranger(scripts=False)
    walk.open(lead, "/arbeit/projekte/1/bericht")
    lead.locator("[name=erreicht]").fill(DONE)
    lead.locator("[name=naechstes]").fill("Der Rufbus folgt im Frühjahr.")
    lead.locator("[name=ampel]").select_option("light.green")
    lead.locator("[name=ampel-grund]").fill("Alle Linien liegen im Plan.")
    walk.send(lead, lead.locator("[name=tun][value=vorlegen]"))
    walk.open(reader, "/projekte/1")
    walk.check("what a lead reports is not public before it is released", DONE not in text(reader))

    ministry = walk.person("Ruth")
    walk.open(ministry, "/arbeit/projekte/1/bericht")
    walk.check("the ministry reads the report that waits for it",
               ministry.locator("[name=erreicht]").input_value() == DONE)
    walk.send(ministry, ministry.locator("[name=tun][value=freigeben]"))
    walk.open(reader, "/projekte/1")
    walk.check("the released report stands on the project's page", DONE in text(reader), text(reader)[:300])


def a_list_of_payments_is_booked_to_the_cent(walk):
    office = walk.person("Pia")
    walk.open(office, "/mittel/projekte/1")
    before = paid(office)
    walk.open(office, "/arbeit/mittel/listen")
    rows = ("Projekt;Haushaltsjahr;Datum;Betrag\n1;2026;2026-11-02;1.234,56\n1;2026;2026-11-09;1.000,44\n"
            "4711;2026;2026-11-09;5,00\nSumme;;;2.240,00\n")
    office.set_input_files(
        "[name=datei]", {"name": "zahlungen.csv", "mimeType": "text/csv", "buffer": rows.encode()})
    walk.send(office, office.locator("main form button").last)
    walk.check("the preview says that the sums agree to the cent", "auf den Cent" in text(office), text(office)[:300])
    walk.check("the preview names the row whose project nobody knows", "4711" in text(office), text(office)[:300])
    booking = office.locator("form[action$='/buchung']")
    booking.locator("input[type=checkbox]").check()
    walk.send(office, booking.locator("button"))
    walk.open(office, "/mittel/projekte/1")
    walk.check("exactly the rows without a fault are paid", paid(office) - before == 223500,
               f"{before} and then {paid(office)} cents")


def a_project_ends_and_whoever_followed_the_first_idea_is_told(walk):
    citizen, office, reader = walk.person("Toni"), walk.person("Pia"), walk.stranger()
    walk.open(citizen, "/ideen/8")
    walk.send(citizen, citizen.locator("form[action*='/folgen/'] button").first)
    walk.open(office, "/arbeit/projekte/6")
    form = office.locator("#stand-aendern")
    form.locator("[name=stand]").select_option(label="nicht weiterverfolgt")
    form.locator("[name=grund]").fill(REASON)
    form.locator("[name=lehren]").fill(LESSONS)
    walk.send(office, form.locator("button"))
    walk.open(reader, "/projekte/6")
    walk.check("everybody reads why the project ended", REASON in text(reader), text(reader)[:300])
    walk.check("and what was learnt", LESSONS in text(reader))
    walk.open(reader, "/faden/idee/8")
    walk.check("the idea's thread leads to the end of its project", "nicht weiterverfolgt" in text(reader),
               text(reader)[:300])
    walk.open(citizen, "/mein")
    walk.check("whoever followed the idea is told that its project has ended",
               "Radnetz Aue" in text(citizen) and "nicht weiterverfolgt" in text(citizen), text(citizen)[:600])


def paid(page):
    """What the page of the five questions says of the state's share that is paid, in cents."""
    found = re.search(r"Was wurde ausgezahlt\?.*?Anteil des Landes: ([\d.]+)(?:,(\d\d))?", text(page))
    return int(found.group(1).replace(".", "")) * 100 + int(found.group(2) or 0) if found else 0


WALKS = [
    a_lead_reports_on_a_telephone_and_the_ministry_releases, a_list_of_payments_is_booked_to_the_cent,
    a_project_ends_and_whoever_followed_the_first_idea_is_told,
]
