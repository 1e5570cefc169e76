# SPDX-License-Identifier: EUPL-1.2
"""What becomes of an idea: handed in, taken up into a proposal, answered in time."""
import re
import secrets

from walks import HOME, text

IDEA = "Oben auf der Halde könnten alle zusammen die Kometen sehen."
REPLY = "Die Sternwarte steht jetzt im Vorschlag, weil sie Gäste in die ganze Region bringt."


def an_idea_handed_in_on_a_telephone_is_answered(walk):
    title, author = "Seilbahn zur Sternwarte statt Stau zum Campus", an_address()
    guest = walk.stranger(scripts=False)
    walk.open(guest, "/ideen/neu")
    guest.locator("[name=titel]").fill(title)
    guest.locator("[name=text]").fill(IDEA)
    guest.locator("[name=forum]").select_option("1")
    guest.locator("[name=email]").fill(author)
    walk.send(guest, guest.locator("#formular p.actions button.button").last)
    walk.check("a guest is asked first whether the idea is there already",
               guest.locator(".similar-ideas > li").count() > 0, text(guest)[:200])
    walk.send(guest, guest.locator("#formular button.button").first)
    walk.check("a guest without JavaScript is sent to the mailbox", "Postfach" in text(guest), text(guest)[:200])

    mail = walk.newest_mail(author, "bestätigen Sie Ihre Idee")
    guest.goto(walk.link(mail, "/ideen/neu/bestaetigung"))
    walk.send(guest, guest.locator("main form button.button").last)
    walk.check("the link in the mail hands the idea in", title in text(guest), text(guest)[:200])
    answer(walk, guest, title, author)


def an_idea_on_a_card_is_answered(walk):
    title, author = "Sternwarte hinter dem Schützenhaus", an_address()
    office = walk.person("Pia")
    walk.open(office, "/arbeit/erfassen")
    office.locator("[name=titel]").fill(title)
    office.locator("[name=text]").fill(IDEA)
    office.locator("[name=forum]").select_option("1")
    office.locator("[name=einwilligung]").select_option("ohne-namen")
    office.locator("[name=weg]").select_option("paper")
    walk.send(office, office.locator("main form button.button").last)
    code = office.locator(".card-code").first.inner_text().strip()
    walk.check("the office captures a card and reads the code that goes with it", code != "")

    citizen = walk.stranger()
    walk.open(citizen, "/anmelden")
    citizen.locator("#formular [name=email]").fill(author)
    walk.send(citizen, citizen.locator("#formular button.button").last)
    citizen.goto(walk.link(walk.newest_mail(author, "."), "/anmelde"))
    walk.send(citizen, citizen.locator("main form button.button").last)
    walk.open(citizen, "/ideen/uebernehmen")
    citizen.locator("[name=code]").fill(code)
    walk.send(citizen, citizen.locator("main form button.button").last)
    walk.check("whoever wrote the card claims the idea with its code", title in text(citizen), text(citizen)[:200])
    answer(walk, citizen, title, author)


def an_address():
    """Nobody has written from here before, so every mail to it is of this walk."""
    return f"{secrets.token_hex(4)}@example.org"


def answer(walk, author_page, title, author):
    """From the idea's public page to the answer in the mailbox."""
    number = re.search(r"/ideen/(\d+)", author_page.url).group(1)
    reader = walk.stranger()
    walk.open(reader, "/pflichten?stand=offen")
    walk.check("the list of duties owes an answer to the idea", title in text(reader), text(reader)[:200])
    proposal = take_up(walk, number, title)

    office = walk.person("Pia")
    walk.open(office, f"/arbeit/ideen/{number}")
    office.locator("[name=ergebnis]").select_option("idea.taken_up")
    office.locator("[name=antwort]").fill(REPLY)
    office.locator("[name=vorschlag]").fill(proposal)
    office.locator("[name=stelle]").select_option(index=1)
    walk.send(office, office.locator("form[action$='/antwort'] button.button"))

    author_page.goto(f"{walk.base}{HOME}/ideen/{number}")
    walk.check("the idea's page shows the reply", REPLY in text(author_page), text(author_page)[:300])
    mail = walk.newest_mail(author, "Neuigkeit")
    walk.check("the author's mail says the reply's own words", REPLY in text(mail), text(mail)[:400])
    walk.open(reader, "/pflichten?stand=erfuellt")
    row = reader.locator("main li").filter(has_text=title).filter(has_text="rechtzeitig")
    walk.check("the duty is shown as fulfilled in time", row.count() > 0, text(reader)[:300])
    walk.open(reader, f"/faden/idee/{number}")
    places = reader.eval_on_selector_all("main a[href]", "all => all.map(link => link.getAttribute('href'))")
    for place in (f"/ideen/{number}", "/themenforen/1", f"/vorschlaege/{proposal}"):
        walk.check(f"the thread leads to {place.split('/')[1]}", HOME + place in places, " ".join(map(str, places)))


def take_up(walk, number, title):
    """The forum works the idea out to a proposal, which the office publishes; gives the proposal's number."""
    lead = walk.person("Luca")
    walk.open(lead, "/arbeit/foren/1")
    lead.locator(f"input[name=idee][value='{number}']").check()
    walk.send(lead, lead.locator("button[formaction$='/arbeit/vorschlaege']"))
    draft = lead.url
    walk.check("a draft begins with the idea it takes up", title in text(lead), text(lead)[:200])
    for field in lead.locator("#formular textarea").all():
        field.fill("Alle Orte der Region tragen die Sternwarte gemeinsam.")
    walk.send(lead, lead.locator("#formular button.button").last)
    walk.send(lead, lead.locator("[name=tun][value=einreichen]"))
    walk.check("the forum hands its proposal in", lead.locator("[name=tun][value=einreichen]").count() == 0)
    office = walk.person("Pia")
    office.goto(draft)
    walk.send(office, office.locator("[name=tun][value=veroeffentlichen]"))
    published = re.search(r"/vorschlaege/(\d+)", office.url)
    walk.check("the office publishes the proposal", published is not None, office.url)
    return published.group(1)


WALKS = [an_idea_handed_in_on_a_telephone_is_answered, an_idea_on_a_card_is_answered]
