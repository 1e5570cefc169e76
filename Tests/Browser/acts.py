# SPDX-License-Identifier: EUPL-1.2
"""What people have done before the staff's pages are looked at, so that there is something on them."""
import datetime

from playwright.sync_api import Error

from pages import Page
from visit import Visitor

HOME = "/p/musterregion"


def flag_an_idea(visitor):
    """Leaves a report for the moderation."""
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/melden?zu=/ideen/1")
    page.locator("#formular select").first.select_option(index=1)
    page.locator("#formular textarea").fill("Hier steht etwas, das so nicht stehen bleiben kann.")
    page.locator("#formular input[type=checkbox]").check()
    send(page)


def write_a_remark(visitor):
    """Leaves something that can be mended for a few minutes."""
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/kommentare/neu?zu=/ideen/1")
    page.locator("#formular textarea").fill("Der Bus könnte auch am Rathaus halten.")
    send(page)


def begin_a_proposal(visitor):
    """Takes the first idea on the desk of the forum into a draft."""
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/arbeit/foren/1")
    page.locator("input[name=idee]").first.check()
    page.locator("button[formaction]").first.click()
    page.wait_for_load_state("load")


def capture_an_idea(visitor):
    """Makes a card."""
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/arbeit/erfassen")
    page.locator("[name=titel]").fill("Bänke am Marktplatz")
    page.locator("[name=text]").fill("Am Marktplatz fehlen Bänke, auf denen man im Schatten sitzen kann.")
    page.locator("[name=einwilligung]").select_option("ohne-namen")
    page.locator("[name=weg]").select_option(index=1)
    send(page)


def upload_a_table(visitor):
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/arbeit/einlesen")
    rows = "Titel;Text\nBrunnen am Rathaus;Ein Brunnen für alle.\n;Eine Zeile ohne Titel.\n"
    page.set_input_files("[name=datei]", {"name": "ideen.csv", "mimeType": "text/csv", "buffer": rows.encode()})
    send(page)


def plan_a_consultation(visitor):
    """Its rules can be changed until it begins."""
    page, begin = visitor.page, datetime.date.today() + datetime.timedelta(days=30)
    page.goto(f"{visitor.base}{HOME}/arbeit/beteiligungen/neu")
    page.locator("[name=titel]").fill("Townhall Markthalle")
    page.locator("[name=art]").select_option(index=2)
    page.locator("[name=beginn]").fill(begin.isoformat())
    page.locator("[name=ende]").fill((begin + datetime.timedelta(days=30)).isoformat())
    page.locator("[name=aktenzeichen]").fill("B-2027-1")
    page.locator("[name=wer]").fill("alle, die hier leben")
    page.locator("[name=weg]").fill("im Portal und auf Papier")
    page.locator("[name=verwendung]").fill("Die Antworten stehen in der Synopse.")
    page.locator("[name=vorschlag]").first.check()
    send(page)


def ask_for_a_mail(visitor):
    """Leaves a mail in the outbox."""
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/anmelden")
    page.locator("#formular [name=email]").fill("jemand@example.org")
    page.locator("#formular button.button").click()
    page.wait_for_load_state("load")


def hand_in_an_idea(visitor):
    """Is one's own to change and to take back."""
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/ideen/neu")
    page.locator("[name=titel]").fill("Wasserspender im Hallenbad")
    page.locator("[name=text]").fill("Im Hallenbad gibt es kein Trinkwasser.")
    press(page, "Idee einreichen")


def begin_an_application(visitor):
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/mein/antraege")
    page.locator("[name=titel]").fill("Werkstatt der Nachbarn")
    send(page)


def plan_a_poll(visitor):
    """Can be changed until it begins."""
    page, begin = visitor.page, datetime.date.today() + datetime.timedelta(days=10)
    page.goto(f"{visitor.base}{HOME}/arbeit/abstimmungen/neu")
    page.locator("[name=titel]").fill("Was zuerst?")
    for forum in page.locator("[name=forum]").all()[:3]:
        forum.check()
    page.locator("[name=auswahl]").fill("2")
    page.locator("[name=beginn]").fill(begin.isoformat())
    page.locator("[name=ende]").fill((begin + datetime.timedelta(days=20)).isoformat())
    page.locator("[name=wer]").fill("alle, die hier leben")
    page.locator("[name=verwendung]").fill("Das Ergebnis geht an die Themenforen.")
    send(page)


def order_a_document(visitor):
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/arbeit/beteiligungen/1/synopse")
    page.locator("button[name=format]").first.click()
    page.wait_for_load_state("load")


def upload_a_list_of_money(visitor):
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/arbeit/mittel/listen")
    rows = "Projekt;Betrag;Jahr\nLandbus Aue;1200,50;2026\nNiemandsbus;;2026\n"
    page.set_input_files("[name=datei]", {"name": "mittel.csv", "mimeType": "text/csv", "buffer": rows.encode()})
    send(page)


def upload_a_list_of_values(visitor):
    page = visitor.page
    page.goto(f"{visitor.base}{HOME}/arbeit/ziele/messwerte")
    rows = "Indikator;Tag;Wert;Quelle\nradwege;2026-06-30;150,5;Landesamt\n;gestern;viel;\n"
    page.set_input_files("[name=datei]", {"name": "werte.csv", "mimeType": "text/csv", "buffer": rows.encode()})
    send(page)


def publish_a_report(visitor):
    visitor.page.goto(f"{visitor.base}{HOME}/berichte/stand?stichtag=2026-06-30")
    press(visitor.page, "Bericht veröffentlichen")


def press(page, words):
    page.locator("main button.button", has_text=words).last.click()
    page.wait_for_load_state("load")


def send(page):
    page.locator("main form button.button").last.click()
    page.wait_for_load_state("load")


ACTS = [
    (None, ask_for_a_mail), (None, flag_an_idea), ("Toni", write_a_remark), ("Luca", begin_a_proposal),
    ("Pia", capture_an_idea), ("Pia", upload_a_table), ("Pia", plan_a_consultation), ("Toni", hand_in_an_idea),
    ("Vera", begin_an_application), ("Pia", plan_a_poll), ("Pia", order_a_document), ("Pia", upload_a_list_of_money),
    ("Pia", upload_a_list_of_values), ("Pia", publish_a_report),
]


def do_all(browser, base, tally):
    for person, act in ACTS:
        visitor = Visitor(browser, base, 360, "light", tally)
        name = act.__name__.replace("_", " ")
        try:
            if person is not None:
                visitor.sign_in(person)
            act(visitor)
            faults = visitor.page.locator(".error-summary").all_inner_texts()
        except Error as error:
            faults = [str(error).splitlines()[0]]
        visitor.note(f"{person or 'a guest'} can {name}", Page(visitor.page.url.removeprefix(base)), faults)
        visitor.context.close()
