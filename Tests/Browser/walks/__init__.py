# SPDX-License-Identifier: EUPL-1.2
"""Whole ways through the portal, each by the people who go it; every module here holds some in its list WALKS."""
import importlib
import pkgutil
import re

from playwright.sync_api import Error

from pages import Page
from visit import Visitor

HOME = "/p/musterregion"


class Walk:
    """One way: who goes it, each with a browser of their own, and what they find, said in sentences."""

    def __init__(self, browser, base, tally, name):
        self.browser, self.base, self.tally, self.name = browser, base, tally, name
        self._visitors = {}
        self._last = "it begins"

    def stranger(self, scripts=True):
        """The page of someone who has not been here before, on a telephone."""
        visitor = Visitor(self.browser, self.base, 360, "light", self.tally, scripts=scripts)
        self._visitors[len(self._visitors)] = visitor
        return visitor.page

    def person(self, name):
        """The page of one of the invented people, signed in."""
        if name not in self._visitors:
            self._visitors[name] = Visitor(self.browser, self.base, 360, "light", self.tally)
            self._visitors[name].sign_in(name)
        return self._visitors[name].page

    def open(self, page, path):
        page.goto(self.base + HOME + path, wait_until="load", timeout=30_000)

    def check(self, sentence, holds, seen=""):
        """Notes what must be true here, with what was seen instead."""
        self._last = sentence
        self.tally.note(sentence, Page(self.name), "on the way", [] if holds else [seen or "it is not so"])

    def send(self, page, button):
        """Sends a form by one of its buttons."""
        button.click()
        page.wait_for_load_state("load")
        faults = page.locator(".error-summary").all_inner_texts()
        if faults:
            raise WayEnds(" ".join(faults))

    def newest_mail(self, recipient, subject):
        """The page of a mail, as the administration reads it while the portal sends none; it is waited for."""
        page = self.person("Ada")
        for _ in range(40):
            self.open(page, "/arbeit/postausgang")
            row = page.locator("main tr, main li").filter(has_text=recipient).filter(has_text=re.compile(subject))
            if row.count():
                row.first.locator("a").first.click()
                page.wait_for_load_state("load")
                return page
            page.wait_for_timeout(500)
        raise WayEnds(f"no mail to {recipient} about {subject}")

    def link(self, mail, part):
        """The first address in a mail that leads to such a page."""
        found = next((word for word in text(mail).split() if word.startswith("http") and part in word), None)
        if found is None:
            raise WayEnds(f"no link to {part} in the mail «{mail.title()}»")
        return found

    def go(self, way):
        try:
            way(self)
        except (Error, WayEnds) as error:
            fault = str(error).splitlines()[0]
            self.check("the way goes on to its end", False, f"after «{self._last}»: {fault}")
        finally:
            for visitor in self._visitors.values():
                visitor.context.close()


class WayEnds(Exception):
    """Something without which the way cannot go on is missing."""


def text(page):
    """What stands in the main part of a page, in one line."""
    return " ".join(page.locator("main").inner_text().split())


def do_all(browser, base, tally):
    count = 0
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        for way in importlib.import_module(f"{__name__}.{module}").WALKS:
            Walk(browser, base, tally, way.__name__.replace("_", " ")).go(way)
            count += 1
    print(f"  walks: {count} gone", flush=True)
