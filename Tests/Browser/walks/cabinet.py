# SPDX-License-Identifier: EUPL-1.2
"""From the answered points to the decision of the cabinet, and what comes of it."""
import datetime
import re

from walks import text

CONDITION = "Die Gießerei legt vor dem ersten Spatenstich einen Wärmeliefervertrag vor."
DEFERRED = "Die Kommunen haben noch nicht gesagt, wer die Räume unterhält."
SPREAD = "In leeren Häusern entstehen 200 möblierte Zimmer für Auszubildende, verteilt auf mindestens zehn Kommunen."
TODAY = datetime.date.today()


def a_point_is_released_and_the_text_changes_because_of_it(walk):
    office, reader = walk.person("Pia"), walk.stranger()
    walk.open(office, "/arbeit/vorlagen/pruefung")
    missing = office.get_by_role("link", name="Punkt 23.2 ist nicht freigegeben")
    walk.check("the gate names the point that is not released", missing.count() == 1, text(office)[:600])
    walk.open(office, "/arbeit/beteiligungen/8/synopse?vorschlag=15")
    office.locator("[name=punkt][value='23.2']").check()
    walk.send(office, office.locator("[name=tun][value=freigeben]"))
    walk.open(office, "/arbeit/vorlagen/pruefung")
    walk.check("the gate opens once every point is released", missing.count() == 0, text(office)[:600])

    walk.open(office, "/arbeit/fassungen/15")
    office.locator("[name=absatz-a1]").fill(SPREAD)
    office.locator("[name=ursache-a1][value='23.2']").check()
    office.locator("[name=ursache-a1][value='23.1']").uncheck()
    walk.send(office, office.locator("[name=tun][value=speichern]"))
    walk.open(reader, "/vorschlaege/15")
    walk.check("a draft of a version is not public", "zehn Kommunen" not in text(reader))
    walk.open(office, "/arbeit/fassungen/15")
    walk.check("the draft of a version is kept", office.locator("[name=absatz-a1]").input_value() == SPREAD)
    walk.check("nothing is published over a version that a paper holds fast",
               office.locator("[name=tun][value=veroeffentlichen]").count() == 0, text(office)[:600])
    walk.open(office, "/arbeit/vorlagen/12")
    walk.send(office, step(office, "zurueckziehen"))
    walk.open(office, "/arbeit/fassungen/15")
    walk.send(office, office.locator("[name=tun][value=veroeffentlichen]"))
    walk.open(reader, "/vorschlaege/15")
    walk.check("the new version is public", SPREAD in text(reader), text(reader)[:600])
    walk.open(reader, "/vorschlaege/15/fassungen/3")
    walk.check("the change names what caused it, and no point before it is published",
               "nach Stellungnahmen geändert" in text(reader) and "23.2" not in text(reader), text(reader)[:900])
    walk.open(office, "/arbeit/beteiligungen/8/punkte/23.2")
    walk.check("the point leads to the version that it caused",
               office.locator("main a[href*='/vorschlaege/15/fassungen/3']").count() > 0, text(office)[:1500])


def the_cabinet_adopts_with_a_condition_and_defers(walk):
    citizen, office, ministry, cabinet = (walk.person(name) for name in ("Toni", "Pia", "Ruth", "Karla"))
    reader = walk.stranger()
    walk.open(citizen, "/vorschlaege/18")
    walk.send(citizen, citizen.locator("form[action*='/folgen/'] button").first)
    paper = compose(walk, office)
    walk.open(reader, "/suche?q=Sammelbeschluss")
    walk.check("nobody outside finds the paper", "Sammelbeschluss Wärme" not in text(reader), text(reader)[:300])
    sign(walk, office, ministry, paper)
    decide(walk, cabinet, paper)
    walk.open(reader, "/vorschlaege/18")
    walk.check("a decision that nobody has confirmed is not public", CONDITION not in text(reader), text(reader)[:300])

    second = walk.person("Ada")
    walk.open(second, paper)
    walk.send(second, step(second, "bestaetigen"))
    walk.open(cabinet, paper)
    if step(cabinet, "veroeffentlichen").count():
        walk.send(cabinet, step(cabinet, "veroeffentlichen"))
    see_what_became(walk, reader, citizen)


def compose(walk, office):
    """A paper with both proposals; gives its address."""
    walk.open(office, "/arbeit/vorlagen/neu")
    office.locator("[name=titel]").fill("Sammelbeschluss Wärme und Treffpunkte")
    office.locator("[name=aktenzeichen]").fill("KV-77")
    office.locator("[name=ressort]").select_option("SK")
    for number in ("18", "19"):
        office.locator(f"[name=vorschlag][value='{number}']").check()
    walk.send(office, office.locator("main form button").last)
    number = re.search(r"/vorlagen/(\d+)", office.url).group(1)
    office.locator("[name=teil-facts]").fill("Abwärme heizt Wohnungen, Räume stehen Vereinen offen.")
    office.locator("[name=teil-reasons]").fill("Beides spart Wege und Gas.")
    walk.send(office, office.locator("main form button").last)
    walk.open(office, f"/arbeit/vorlagen/{number}")
    walk.check("the portal puts costs and attachments together",
               "18.300.000" in text(office) and "Steckbrief zu Projektvorschlag 18" in text(office), text(office)[:900])
    return f"/arbeit/vorlagen/{number}"


def sign(walk, office, ministry, paper):
    """The ministry signs with a remark, and the paper is submitted."""
    office.locator("[name=mitzeichnung][value=MVU]").check()
    office.locator("[name=frist]").fill((TODAY + datetime.timedelta(days=10)).isoformat())
    walk.send(office, step(office, "mitzeichnung"))
    walk.open(ministry, paper)
    ministry.locator("[name=haltung]").select_option(label="Mitzeichnen mit Maßgabe")
    ministry.locator("[name=anmerkung]").fill("Die Auflage gehört in den Beschluss.")
    walk.send(ministry, step(ministry, "zeichnen"))
    walk.open(office, paper)
    walk.check("the office reads that the ministry has signed and what it remarked",
               "Die Auflage gehört in den Beschluss." in text(office), text(office)[:900])
    walk.send(office, step(office, "vorlegen"))


def decide(walk, cabinet, paper):
    """The state secretaries recommend, and the cabinet, which sits on the same day, decides each item by itself."""
    walk.open(cabinet, paper)
    walk.check("nobody is offered the cabinet before the state secretaries have dealt with the paper",
               "Landeskabinett," not in text(cabinet), text(cabinet)[-400:])
    for label, board in enumerate(("Staatssekretärskonferenz", "Landeskabinett"), 1):
        walk.open(cabinet, "/arbeit/sitzungen")
        cabinet.locator("[name=gremium]").select_option(label=board)
        cabinet.locator("[name=tag]").fill(TODAY.isoformat())
        walk.send(cabinet, cabinet.locator("main form button").last)
        sitting = re.search(r"/sitzungen/(\d+)", cabinet.url).group(1)
        walk.open(cabinet, paper)
        cabinet.locator("[name=sitzung]").select_option(sitting)
        cabinet.locator("[name=top]").fill(str(label))
        walk.send(cabinet, step(cabinet, "tagesordnung"))
        if label == 1:
            cabinet.locator("[name=ausgang]").select_option(label="empfohlen")
            walk.send(cabinet, step(cabinet, "vorbereitung"))
    record(walk, cabinet, paper)


def record(walk, cabinet, paper):
    walk.open(cabinet, f"{paper}/beschluss")
    cabinet.locator("main details").evaluate_all("folds => folds.forEach(fold => fold.open = true)")
    first, second = labels(cabinet)
    cabinet.locator(f"[name=punkt-{first}-ergebnis]").select_option(label="mit Auflagen beschlossen")
    cabinet.locator(f"[name=punkt-{first}-grund]").fill("Das Netz spart Gas.")
    cabinet.locator(f"[name=punkt-{first}-massgabe-1]").fill(CONDITION)
    cabinet.locator(f"[name=punkt-{first}-stelle-1]").select_option(index=1)
    cabinet.locator(f"[name=punkt-{first}-frist-1]").fill((TODAY + datetime.timedelta(days=60)).isoformat())
    cabinet.locator(f"[name=punkt-{second}-ergebnis]").select_option(label="zurückgestellt")
    cabinet.locator(f"[name=punkt-{second}-grund]").fill(DEFERRED)
    cabinet.locator(f"[name=punkt-{second}-bis]").fill((TODAY + datetime.timedelta(days=90)).isoformat())
    walk.send(cabinet, cabinet.locator("main form button").last)
    walk.check("whoever took the decision down is not asked to confirm it", step(cabinet, "bestaetigen").count() == 0)
    walk.check("what is deferred does not read as if it were adopted", "stellt die Entscheidung" in text(cabinet),
               text(cabinet)[:900])


def labels(page):
    """The numbers that the items on the heat and on the meeting places have in the paper."""
    said = page.locator("main").inner_text()
    return [re.search(rf"Punkt (\d+): {title}", said).group(1) for title in ("Wärme", "Offene")]


def see_what_became(walk, reader, citizen):
    """The decision, its duty, the project and the notice, each from where somebody would look for it."""
    walk.open(reader, "/vorschlaege/18")
    walk.check("the proposal shows that it was adopted with a condition", "mit Auflagen" in text(reader),
               text(reader)[:900])
    reader.locator("main a[href*='/beschluesse/']").first.click()
    reader.wait_for_load_state("load")
    walk.check("the decision says its condition", CONDITION in text(reader), text(reader)[:900])
    project = reader.locator("main a[href*='/projekte/']").first
    walk.check("a project has come of it", project.count() == 1, text(reader)[:900])
    project.click()
    reader.wait_for_load_state("load")
    walk.check("the project carries over what the proposal said", "Wärme aus der Gießerei" in text(reader)
               and "13.600.000" in text(reader), text(reader)[:900])
    walk.open(reader, "/vorschlaege/19")
    walk.check("the other proposal says that it is deferred", "zurückgestellt" in text(reader), text(reader)[:900])
    walk.open(reader, "/pflichten?stand=offen")
    duty = reader.locator("main li").filter(has_text="Wärme aus der Gießerei").filter(has_text="fällig am")
    walk.check("the condition is a duty with a date", duty.count() > 0, text(reader)[2000:4500])
    walk.open(reader, "/faden/idee/33")
    for part in ("Aue und Klima", "Wärme aus der Gießerei", "Beschluss", "Projekt"):
        walk.check(f"the idea's thread shows: {part}", part in text(reader), text(reader)[:900])
    walk.open(citizen, "/mein")
    walk.check("whoever followed the proposal is told", "Wärme aus der Gießerei" in text(citizen),
               text(citizen)[:900])


def step(page, name):
    """The button of a step of the paper."""
    return page.locator(f"form:has([name=tun][value={name}]) button").first


WALKS = [a_point_is_released_and_the_text_changes_because_of_it, the_cabinet_adopts_with_a_condition_and_defers]
