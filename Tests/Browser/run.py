# SPDX-License-Identifier: EUPL-1.2
"""Looks at the portal's pages as its visitors do: run.py BASE-URL [--full]

Every page of pages.txt is opened narrow and light, wide and dark; it is asked what axe finds, whether the keyboard
is enough, what is stored or fetched from elsewhere, whether it holds without JavaScript, at 320 px and on paper.
Every page of pages-staff.txt is opened once, narrow and light, by the person it is made for.
Then the ways of walks/ are gone from end to end.
"""
import argparse
import os
import pathlib
import shutil
import sys

from playwright.sync_api import Error, sync_playwright

import acts
import pages
import validity
import walks
from visit import Visitor

HERE = pathlib.Path(__file__).resolve().parent
SCREENSHOTS = HERE.parent.parent / ".build" / "screenshots"
PLAIN = (360, "light")
MODES = [PLAIN, (1280, "dark")]
ALL_MODES = [(width, scheme) for width in (320, 360, 768, 1280, 1920) for scheme in ("light", "dark")]


def visit_all(browser, base, listed, modes, tally):
    texts, titles = {}, {}
    for width, scheme in modes:
        visitor = Visitor(browser, base, width, scheme, tally)
        for page in listed:
            try:
                if not visitor.open(page):
                    continue
                titles.setdefault(visitor.page.title(), {})[page.path] = page
                if (width, scheme) == PLAIN:
                    texts[page] = visitor.main_text()
                visitor.ask_everywhere(page, SCREENSHOTS)
                if (width, scheme) == modes[-1]:
                    visitor.ask_print(page)
                if (width, scheme) in (modes[0], modes[-1]):
                    visitor.ask_reflow(page)
                    visitor.ask_keyboard(page)
            except Error as error:
                visitor.note("can be visited", page, [str(error).splitlines()[0]])
        visitor.context.close()
        print(f"  {visitor.mode}: {len(listed)} pages seen", flush=True)
    for title, same in titles.items():
        others = [path for path in same][1:]
        tally.note("has a title of its own", next(iter(same.values())), repr(title), others)
    return texts


def visit_without_scripts(browser, base, listed, texts, tally):
    visitor = Visitor(browser, base, *PLAIN, tally, scripts=False)
    visitor.mode = "without JavaScript"
    for page in (page for page in listed if page in texts):
        try:
            visitor.open(page)
            text = visitor.main_text()
        except Error as error:
            visitor.note("can be visited", page, [str(error).splitlines()[0]])
            continue
        enough = text and len(text) >= 0.9 * len(texts[page])
        visitor.note("tells as much", page, [] if enough else [f"{len(text)} characters instead of {len(texts[page])}"])
    visitor.context.close()


def visit_signed_in(browser, base, listed, tally):
    """Hands back what the server sent, for the checker of HTML."""
    visitors, sent = {}, []
    for person, page, above, may_be_missing in listed:
        if person not in visitors:
            visitors[person] = Visitor(browser, base, *PLAIN, tally)
            visitors[person].sign_in(person)
        visitor = visitors[person]
        try:
            if above is not None:
                found = visitor.find(page, above)
                if found is None and may_be_missing:
                    tally.skip(page, visitor.mode)
                    continue
                if found is None:
                    visitor.note("leads on", pages.Page(above), [f"no link to a good {page.path}"])
                    continue
                page = found
            elif may_be_missing and not visitor.is_there(page):
                tally.skip(page, visitor.mode)
                continue
            if not visitor.open(page):
                continue
            visitor.ask_everywhere(page, SCREENSHOTS)
            visitor.ask_reflow(page)
            visitor.ask_keyboard(page)
            sent.append((page, visitor.sent(page)))
        except Error as error:
            visitor.note("can be visited", page, [str(error).splitlines()[0]])
    for visitor in visitors.values():
        visitor.context.close()
    print(f"  signed in: {len(listed)} pages seen by {len(visitors)} people", flush=True)
    return sent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", help="address of the portal, such as http://127.0.0.1:8080")
    parser.add_argument("--full", action="store_true", help="every page in both languages, five widths, both schemes")
    parser.add_argument("--staff", action="store_true", help="only the pages that need signing in")
    arguments = parser.parse_args()
    base, tally = arguments.base.rstrip("/"), pages.Tally()
    listed, staff = pages.read_list(HERE / "pages.txt"), pages.read_staff_list(HERE / "pages-staff.txt")
    if arguments.staff:
        listed = []
    if arguments.full:
        listed = list(dict.fromkeys(listed + [page.in_english() for page in listed]))
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("run.py: no Chromium here; script/setup --browser installs it")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    sent = [(page, validity.fetch(base + page.path)) for page in listed]
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root only.
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
        texts = visit_all(browser, base, listed, ALL_MODES if arguments.full else MODES, tally)
        visit_without_scripts(browser, base, listed, texts, tally)
        acts.do_all(browser, base, tally)
        sent += visit_signed_in(browser, base, staff, tally)
        walks.do_all(browser, base, tally)
        browser.close()
    validity.check(sent, tally)
    print(f"  screenshots: {SCREENSHOTS.relative_to(HERE.parent.parent)}")
    print(f"browser: {tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
