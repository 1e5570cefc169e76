# SPDX-License-Identifier: EUPL-1.2
"""Opens a page in Chromium and puts the questions to it that only a browser can answer."""
import dataclasses
import pathlib
import re
import urllib.parse

import axe_playwright_python
from playwright.sync_api import TimeoutError as PatienceEnded

import keyboard

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Pages that stand where the number of a thing would stand.
STEPS = {"neu", "kriterien", "pruefung", "muster"}
STORED = """async () => [
    ...Object.keys(localStorage).map(key => 'localStorage ' + key),
    ...Object.keys(sessionStorage).map(key => 'sessionStorage ' + key),
    ...(await indexedDB.databases()).map(database => 'indexedDB ' + database.name)
]"""
REFLOW = """() => [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > 321)
    .slice(0, 5).map(element => element.tagName.toLowerCase() + '.' + element.className)"""


class Visitor:
    """Someone with a browser of one width and one colour scheme, as a fresh stranger unless signed in."""

    def __init__(self, browser, base, width, scheme, tally, scripts=True):
        self.base, self.tally, self.mode = base, tally, f"{width} px {scheme}"
        self.context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce", locale="de-DE",
            java_script_enabled=scripts)
        self.page = self.context.new_page()
        self.errors, self.foreign, self.session = [], [], set()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._watch)

    def _hear(self, message):
        answer = (message.location or {}).get("url") == self.page.url
        if message.type in ("error", "warning") and not (answer and "Failed to load resource" in message.text):
            self.errors.append(message.text)

    def _watch(self, request):
        address = urllib.parse.urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != urllib.parse.urlsplit(self.base).netloc:
            self.foreign.append(request.url)

    def open(self, page):
        self.errors.clear()
        self.foreign.clear()
        answer = self.page.goto(self.base + page.path, wait_until="load", timeout=30_000)
        faults = [] if answer.status == page.status else [f"status {answer.status} instead of {page.status}"]
        self.note("answers as expected", page, faults)
        return not faults

    def note(self, question, page, faults):
        self.tally.note(question, page, self.mode, faults)

    def ask_everywhere(self, page, screenshots):
        """What must be true at every width and in every colour scheme."""
        self.page.evaluate(AXE)
        result = self.page.evaluate(
            "rules => axe.run({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })", RULES)
        faults = [f"{rule['id']} ({rule['impact']}): {node['target']}"
                  for rule in result["violations"] for node in rule["nodes"]]
        self.note("axe finds nothing", page, faults)
        name = f"{page.file_name}-{self.mode.replace(' px ', '-')}.png"
        self.page.screenshot(path=str(screenshots / name), full_page=True)
        self.note("the console is silent", page, list(self.errors))
        self.note("no other host is asked", page, list(self.foreign))
        cookies = [f"cookie {name}" for name in self._cookies() if name not in self.session]
        self.note("nothing is stored in the browser", page, cookies + self.page.evaluate(STORED))
        if not self.session:
            self.context.clear_cookies()
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")

    def sign_in(self, person):
        """As one of the invented people, by one click; what that stores is theirs to keep."""
        self.page.goto(self.base + "/p/musterregion/anmelden", wait_until="load", timeout=30_000)
        self.page.locator("button.demo-person", has_text=re.compile(rf"\b{person}\b")).click()
        self.page.wait_for_load_state("load")
        self.session, self.mode = set(self._cookies()), f"as {person}, {self.mode}"
        if not self.session:
            raise LookupError(f"{person} cannot sign in at {self.page.url}")

    def find(self, page, above):
        """The first page that a path with parts in braces leads to, by the links of another page, and that answers."""
        self.page.goto(self.base + above, wait_until="load", timeout=30_000)
        end = page.path.rindex("}") + 1
        fitting = re.compile(re.sub(r"\\\{\w+\\\}", "[^/?#]+", re.escape(page.path[:end])))
        links = self.page.eval_on_selector_all("main a[href]", "all => all.map(link => link.getAttribute('href'))")
        for link in dict.fromkeys(urllib.parse.urlsplit(link).path for link in links):
            found = dataclasses.replace(page, path=link + page.path[end:])
            if fitting.fullmatch(link) and link.rsplit("/", 1)[-1] not in STEPS and self._answers(found):
                return found
        return None

    def is_there(self, page):
        """Whether there is anything to see; a server in trouble counts as something to see."""
        return self.context.request.get(self.base + page.path, timeout=30_000).status not in (403, 404, 410)

    def _answers(self, page):
        return self.context.request.get(self.base + page.path, timeout=30_000).status == page.status

    def sent(self, page):
        """The page as the server sends it to whoever this is: its kind and its bytes."""
        answer = self.context.request.get(self.base + page.path, timeout=30_000)
        return answer.headers.get("content-type", ""), answer.body()

    def _cookies(self):
        return [cookie["name"] for cookie in self.context.cookies()]

    def ask_keyboard(self, page):
        self.note("the keyboard is enough", page, keyboard.walk(self.page))
        self.page.goto(self.base + page.path, wait_until="load")
        self.note("the skip link skips", page, keyboard.skip_link(self.page))

    def ask_reflow(self, page):
        size = self.page.viewport_size
        self.page.set_viewport_size({"width": 320, "height": 800})
        self.page.wait_for_function("innerWidth === 320")
        faults = []
        try:
            # A busy machine lays the page out anew only some frames later.
            self.page.wait_for_function("document.documentElement.scrollWidth <= 320", timeout=3_000)
        except PatienceEnded:
            faults = self.page.evaluate(REFLOW) or ["wider than 320 px"]
        self.note("nothing scrolls sideways at 320 px", page, faults)
        self.page.set_viewport_size(size)

    def ask_print(self, page):
        document = self.page.pdf(format="A4", tagged=True)
        self.note("prints", page, [] if document.startswith(b"%PDF") and len(document) > 2_000 else ["no usable PDF"])

    def main_text(self):
        main = self.page.locator("main")
        return " ".join(main.inner_text().split()) if main.count() == 1 else ""
