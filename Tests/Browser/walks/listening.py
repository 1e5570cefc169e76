# SPDX-License-Identifier: EUPL-1.2
"""What becomes of an idea: handed in, taken up into a proposal, answered in time."""
from walks import text

TITLE = "Sternwarte auf der alten Halde"


def an_idea_handed_in_on_a_telephone_is_answered(walk):
    guest = walk.stranger(scripts=False)
    walk.open(guest, "/ideen/neu")
    guest.locator("[name=titel]").fill(TITLE)
    guest.locator("[name=text]").fill("Oben auf der Halde könnten alle zusammen die Kometen sehen.")
    guest.locator("[name=forum]").select_option("1")
    guest.locator("[name=email]").fill("sterne@example.org")
    walk.send(guest, guest.locator("#formular p.actions button.button").last)
    walk.check("a guest without JavaScript is sent to the mailbox", "Postfach" in text(guest), text(guest)[:200])

    mail = walk.newest_mail("sterne@example.org", "bestätigen Sie Ihre Idee")
    guest.goto(walk.link(mail, "/ideen/neu/bestaetigung"))
    walk.send(guest, guest.locator("main form button.button").last)
    walk.check("the link in the mail hands the idea in", TITLE in text(guest), text(guest)[:200])


WALKS = [an_idea_handed_in_on_a_telephone_is_answered]
