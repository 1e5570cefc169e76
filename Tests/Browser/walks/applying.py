# SPDX-License-Identifier: EUPL-1.2
"""What becomes of what a partner applies for: put right, checked, reviewed blindly, decided with a reason."""
import datetime
import re

from walks import text
from walks.listening import an_address

TITLE = "Gründungsgarage im alten Stellwerk"
PLAN = "Wir öffnen das Stellwerk als Werkstatt für alle, die etwas gründen wollen."
REQUEST = "Bitte nennen Sie, wer die Eigenmittel zugesagt hat."
SECURED = "Die Eigenmittel hat der Vorstand am 3. November beschlossen."
CONFLICT = "Ich sitze im Beirat des Antragstellers."
REASON = "Die Werkstatt schließt eine Lücke, die drei Gemeinden benannt haben."


def a_partner_applies_is_accepted_and_runs_a_project(walk):
    partner, office, reader = walk.person("Vera"), walk.person("Pia"), walk.stranger()
    begin(walk, partner)
    hand_in(walk, partner)
    walk.open(reader, "/partnerprojekte")
    walk.check("an application stands in public only as far as its applicant agrees", TITLE not in text(reader))

    walk.open(office, "/arbeit/antraege")
    office.locator("main a", has_text=TITLE).click()
    office.wait_for_load_state("load")
    desk = office.url
    walk.check("the office reads the plan", PLAN in text(office), text(office)[:300])
    ask_for_more(walk, office, partner)

    office.goto(desk)
    walk.check("the office reads what it asked for", SECURED in text(office), text(office)[:300])
    walk.send(office, office.locator("form[action$='/pruefung'] button"))
    biased, first, second = [invite(walk, office, desk) for _ in range(3)]
    declare(walk, biased)
    office.goto(desk)
    walk.check("the office reads that somebody has a conflict of interest", CONFLICT in text(office),
               text(office)[:600])
    review(walk, first, "4", "Trägt sich nach drei Jahren.")
    office.goto(desk)
    walk.check("nobody is told what one reviewer wrote while another writes",
               "Trägt sich nach drei Jahren." not in text(office))
    second_page = review(walk, second, "3", "Die Begleitung ist knapp.")
    walk.check("a reviewer reads nobody else's review", "Trägt sich nach drei Jahren." not in text(second_page))
    decide(walk, office, desk)

    told = walk.person("Vera")
    walk.open(told, "/mein")
    walk.check("the applicant is told of the decision", TITLE in text(told), text(told)[:600])
    walk.open(told, "/mein/antraege")
    told.locator("main a", has_text=TITLE).click()
    told.wait_for_load_state("load")
    walk.check("the applicant reads the reason", REASON in text(told), text(told)[:400])
    follow(walk, reader)


def begin(walk, partner):
    """From the public page of the call to a draft that is kept."""
    walk.open(partner, "/partnerprojekte")
    partner.locator("main a[href$='/mein/antraege']").first.click()
    partner.wait_for_load_state("load")
    partner.locator("[name=aufruf]").select_option(label="Partnerprojekte 2026")
    partner.locator("[name=titel]").fill(TITLE)
    walk.send(partner, partner.locator("main form button.button").last)
    partner.locator("[name=vorhaben]").fill(PLAN)
    walk.send(partner, save(partner))
    walk.check("the draft of an application is kept", partner.locator("[name=vorhaben]").input_value() == PLAN)


def hand_in(walk, partner):
    """First with a cost plan that does not add up."""
    partner.locator("[name=kurz]").fill("Eine offene Werkstatt für Gründungen.")
    partner.locator("[name=feld]").select_option(index=1)
    partner.locator("[name=posten-1]").fill("Werkbänke")
    partner.locator("[name=kosten-1]").fill("10.000,01")
    partner.locator("[name=eigen]").fill("1.000,01")
    partner.locator("[name=zuschuss]").fill("8.999,99")
    partner.locator("[name=gesichert]").fill("Die Eigenmittel sind zugesagt.")
    partner.locator("button[formaction$='/einreichung']").click()
    partner.wait_for_load_state("load")
    fault = " ".join(partner.locator(".error-summary").all_inner_texts())
    walk.check("a cost plan that does not add up is not handed in", "auf den Cent" in fault,
               fault or text(partner)[:300])
    walk.check("what was typed is still there", partner.locator("[name=posten-1]").input_value() == "Werkbänke"
               and partner.locator("[name=zuschuss]").input_value() == "8.999,99")
    partner.locator("[name=zuschuss]").fill("9.000")
    walk.send(partner, partner.locator("button[formaction$='/einreichung']"))
    walk.check("the application is handed in", partner.locator("[name=vorhaben]").count() == 0, text(partner)[:300])


def ask_for_more(walk, office, partner):
    form = office.locator("form[action$='/nachforderung']")
    form.locator("[name=nachforderung]").fill(REQUEST)
    form.locator("[name=frist]").fill(in_days(7))
    walk.send(office, form.locator("button"))
    walk.open(partner, "/mein")
    walk.check("the applicant is told that something is asked for", TITLE in text(partner), text(partner)[:600])
    walk.open(partner, "/mein/antraege")
    partner.locator("main a", has_text=TITLE).click()
    partner.wait_for_load_state("load")
    walk.check("the applicant reads what is asked for", REQUEST in text(partner), text(partner)[:300])
    partner.locator("[name=gesichert]").fill(SECURED)
    walk.send(partner, partner.locator("button[formaction$='/einreichung']"))


def invite(walk, office, desk):
    """Somebody new signs in by mail and is asked for a review; gives the page of whoever it is."""
    address, page = an_address(), walk.stranger()
    walk.open(page, "/anmelden")
    page.locator("#formular [name=email]").fill(address)
    walk.send(page, page.locator("#formular button.button").last)
    page.goto(walk.link(walk.newest_mail(address, "."), "/anmelde"))
    walk.send(page, page.locator("main form button.button").last)
    office.goto(desk)
    form = office.locator("form[action$='/begutachtung']")
    form.locator("[name=gutachten]").fill(address)
    form.locator("[name=frist]").fill(in_days(14))
    walk.send(office, form.locator("button"))
    mail = walk.newest_mail(address, "Gutachten")
    walk.check("the mail to a reviewer does not say whose application it is", TITLE not in text(mail), text(mail)[:300])
    page.goto(walk.link(mail, "/mein/gutachten"))
    page.locator("main a[href*='/mein/gutachten/']").first.click()
    page.wait_for_load_state("load")
    walk.check("a reviewer is asked for conflicts of interest before anything is shown", PLAN not in text(page),
               text(page)[:300])
    return page


def declare(walk, page):
    page.locator("[name=befangenheit]").fill(CONFLICT)
    walk.send(page, page.locator("form[action$='/befangenheit'] button"))
    walk.check("whoever has a conflict of interest never reads the application",
               PLAN not in text(page) and page.locator("[name=votum]").count() == 0, text(page)[:300])


def review(walk, page, points, verdict):
    walk.send(page, page.locator("form[action$='/annahme'] button"))
    walk.check("a reviewer without a conflict reads the plan", PLAN in text(page), text(page)[:300])
    for choice in page.locator("#formular select").all():
        choice.select_option(points)
    for reason in page.locator("#formular textarea[name^=begruendung]").all():
        reason.fill("Das belegt der Antrag mit Zahlen.")
    page.locator("[name=votum]").fill(verdict)
    walk.send(page, page.locator("#formular button"))
    walk.check("a review that is given can be read again", verdict in text(page), text(page)[:300])
    return page


def decide(walk, office, desk):
    office.goto(desk)
    walk.check("the office compares the reviews when all are given",
               "Trägt sich nach drei Jahren." in text(office) and "Die Begleitung ist knapp." in text(office),
               text(office)[:600])
    form = office.locator("form[action$='/vorschlag']")
    form.locator("[name=ergebnis]").select_option("application.accepted")
    form.locator("[name=grund]").fill(REASON)
    walk.send(office, form.locator("button"))
    walk.check("whoever proposes does not decide", office.locator("form[action$='/entscheidung']").count() == 0)
    cabinet = walk.person("Karla")
    cabinet.goto(desk)
    form = cabinet.locator("form[action$='/entscheidung']")
    walk.check("the proposal is there to be decided on", form.locator("[name=ergebnis]").input_value()
               == "application.accepted", text(cabinet)[:300])
    form.locator("[name=grund]").fill(REASON)
    walk.send(cabinet, form.locator("button"))


def follow(walk, reader):
    walk.open(reader, "/partnerprojekte")
    walk.check("what was accepted is public with its reason", REASON in text(reader), text(reader)[:600])
    project = reader.locator("main a[href*='/projekte/']", has_text=TITLE)
    walk.check("the project stands among the partner projects", project.count() > 0, text(reader)[:600])
    project.first.click()
    reader.wait_for_load_state("load")
    number = re.search(r"/projekte/(\d+)", reader.url).group(1)
    walk.open(reader, f"/faden/projekt/{number}")
    walk.check("its thread begins with the application", "Partnerantrag" in text(reader), text(reader)[:400])


def save(page):
    """The button of a draft that keeps it and no more."""
    return page.locator("#formular button:not([formaction])").last


def in_days(days):
    return (datetime.date.today() + datetime.timedelta(days=days)).isoformat()


WALKS = [a_partner_applies_is_accepted_and_runs_a_project]
