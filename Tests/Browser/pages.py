# SPDX-License-Identifier: EUPL-1.2
"""The lists of pages to look at, and what was found wrong with them."""
import dataclasses
import pathlib
import re


@dataclasses.dataclass(frozen=True)
class Page:
    path: str
    status: int = 200

    @property
    def file_name(self):
        return re.sub(r"[^A-Za-z0-9]+", "-", self.path).strip("-") or "start"

    def in_english(self):
        if self.path == "/en" or self.path.startswith("/en/"):
            return self
        return Page("/en" if self.path == "/" else "/en" + self.path, self.status)


def read_list(file):
    pages = []
    for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            status, path = re.fullmatch(r"(?:(\d{3}):)?(/\S*)", line).groups()
            pages.append(Page(path, int(status or 200)))
    if not pages:
        raise ValueError(f"{file} names no page")
    return pages


def read_staff_list(file):
    """The pages that need signing in: person, page, where to find the part in braces, whether it may be missing."""
    found = []
    for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            perhaps, person, status, path, above = re.fullmatch(
                r"(\?\s+)?(\w+)\s+(?:(\d{3}):)?(/\S*)(?:\s+<\s+(/\S*))?", line).groups()
            if above is None and "{" in path:
                above = path[:path.index("{")].rstrip("/")
            found.append((person, Page(path, int(status or 200)), above, perhaps is not None))
    if not found:
        raise ValueError(f"{file} names no page")
    return found


class Tally:
    """Counts checks; a check is one question put to one page in one mode, and it fails with its faults."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.skipped = 0

    def skip(self, page, mode):
        self.skipped += 1
        print(f"  skipped  {page.path} {mode}: nothing there yet", flush=True)

    def note(self, question, page, mode, faults):
        if not faults:
            self.passed += 1
            return
        self.failed += 1
        print(f"  FAILED   {page.path} {mode}: {question}", flush=True)
        for fault in faults[:8]:
            print(f"           {str(fault)[:240]}")
        if len(faults) > 8:
            print(f"           and {len(faults) - 8} more")
