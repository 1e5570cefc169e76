# SPDX-License-Identifier: EUPL-1.2
"""What becomes of what an association says: handed in before the deadline, answered with reasons, agreed."""
import datetime
import re

from walks import text

WISH = "Bitte stellen Sie auch vor das Hallenbad einen Brunnen."
ANSWER = "Das Hallenbad liegt an keinem Marktplatz, und von diesen spricht der Vorschlag."
DISSENT = "Ein Brunnen ist nach unserer Rechnung möglich."
SECOND_ANSWER = "Der Brunnen am Hallenbad wird geprüft; der Vorschlag bleibt, wie er ist."


def a_statement_is_handed_in_and_answered_in_agreement(walk):
    office, association, reader = walk.person("Pia"), walk.person("Vera"), walk.stranger()
    number = plan(walk, office)
    hand_in(walk, association, number)

    walk.open(office, f"/arbeit/beteiligungen/{number}/synopse")
    walk.check("the synopsis shows the association's point", WISH in text(office), text(office)[:300])
    office.locator("main a[href*='/punkte/']").first.click()
    office.wait_for_load_state("load")
    point = office.url
    assess(walk, office, ANSWER)

    ministry = walk.person("Ruth")
    ministry.goto(point)
    ministry.locator("[name=haltung]").select_option(label="nicht einverstanden")
    ministry.locator("[name=anmerkung]").fill(DISSENT)
    walk.send(ministry, ministry.locator("form[action$='/abstimmung'] button"))
    office.goto(point)
    walk.check("the office reads why the ministry does not agree", DISSENT in text(office), text(office)[:400])
    assess(walk, office, SECOND_ANSWER)
    ministry.goto(point)
    walk.check("a changed answer is put to the ministry again",
               ministry.locator("form[action$='/abstimmung']").count() == 1, text(ministry)[:300])
    ministry.locator("[name=haltung]").select_option(label="einverstanden")
    walk.send(ministry, ministry.locator("form[action$='/abstimmung'] button"))
    office.goto(point)
    walk.check("what all have agreed to is agreed", "abgestimmt" in text(office), text(office)[:300])
    walk.open(reader, f"/beteiligungen/{number}/synopse")
    walk.check("nothing of it is public yet", SECOND_ANSWER not in text(reader) and WISH not in text(reader))


def plan(walk, office):
    """A hearing that begins today; gives its number."""
    today = datetime.date.today()
    walk.open(office, "/arbeit/beteiligungen/neu")
    office.locator("[name=titel]").fill("Anhörung zu Brunnen und Schatten")
    office.locator("[name=art]").select_option("association_hearing")
    office.locator("[name=beginn]").fill(today.isoformat())
    office.locator("[name=ende]").fill((today + datetime.timedelta(days=40)).isoformat())
    office.locator("[name=aktenzeichen]").fill("A-7")
    office.locator("[name=vorschlag][value='17']").check()
    office.get_by_label("Städte- und Gemeindebund Musterland").check()
    office.locator("[name=wer]").fill("Verbände der Kommunen")
    office.locator("[name=verwendung]").fill("Jeder Punkt wird mit Gründen beantwortet.")
    walk.send(office, office.locator("#formular button.button").last)
    number = re.search(r"/beteiligungen/(\d+)", office.url).group(1)
    step = office.locator("form[action$='/stand']")
    if step.locator("[name=schritt] option[value=oeffnen]").count():
        step.locator("[name=schritt]").select_option("oeffnen")
        walk.send(office, step.locator("button"))
    return number


def hand_in(walk, association, number):
    """First a draft, then released by the association, then handed in."""
    walk.open(association, f"/beteiligungen/{number}/stellungnahme")
    association.locator("[name=gesamt]").fill("Wir tragen den Vorschlag mit.")
    association.locator("[name=punkt-1-stelle]").select_option(index=1)
    association.locator("[name=punkt-1-text]").fill(WISH)
    association.locator("[name=einwilligung]").check()
    walk.send(association, association.locator("[name=tun][value=speichern]"))
    walk.check("the draft of a statement is kept", association.locator("[name=punkt-1-text]").input_value() == WISH)
    walk.send(association, association.locator("[name=tun][value=freigeben]"))
    walk.check("the association releases its statement to itself first", "Intern freigegeben" in text(association),
               text(association)[:300])
    walk.send(association, association.locator("[name=tun][value=abgeben]"))
    walk.check("the statement is handed in under a file number", "A-7-1" in text(association), text(association)[:300])


def assess(walk, office, answer):
    office.locator("[name=ergebnis]").select_option(label="nicht berücksichtigt")
    office.locator("[name=abwaegung]").fill(answer)
    office.locator("[name=mitzeichnung][value=MVU]").check()
    walk.send(office, office.locator("#formular button"))
    walk.check("the office answers the point with a reason", answer in office.locator("[name=abwaegung]").input_value())


WALKS = [a_statement_is_handed_in_and_answered_in_agreement]
