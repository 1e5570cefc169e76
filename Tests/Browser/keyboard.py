# SPDX-License-Identifier: EUPL-1.2
"""Walks through a page with the Tab key as someone without a mouse does."""

MOST_PRESSES = 150
# A date is entered in parts, each a stop of its own, and has a calendar to open.
STOPS = {"date": 4, "time": 3, "datetime-local": 6}

# How every element looks before anything has the focus is kept, so that the difference can be seen later.
PREPARE = """() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
    if (document.activeElement) document.activeElement.blur();
    const traits = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'backgroundColor', 'color',
        'borderTopColor', 'borderBottomColor', 'borderBottomWidth', 'textDecorationLine', 'textDecorationColor',
        'textDecorationThickness', 'transform', 'clipPath', 'top', 'left', 'width', 'height', 'opacity'];
    const describe = element => {
        const style = getComputedStyle(element);
        const shown = style.outlineStyle === 'none' ? traits.filter(name => !name.startsWith('outline')) : traits;
        return shown.map(name => style[name]).join('|');
    };
    const look = element => [element, element.parentElement, element.labels && element.labels[0]]
        .filter(Boolean).map(describe).join('#');
    const before = new Map();
    for (const element of document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]'))
        before.set(element, look(element));
    const numbers = new Map();
    window.dreiklangFocus = () => {
        const element = document.activeElement;
        if (!element || element === document.body || element === document.documentElement) return null;
        if (!numbers.has(element)) numbers.set(element, numbers.size);
        const box = element.getClientRects()[0] || { width: 0, height: 0, left: 0, top: 0 };
        const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
        const reached = points.some(([x, y]) => {
            const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
            return hit && (hit === element || element.contains(hit) || hit.contains(element) ||
                (element.labels && [...element.labels].some(label => label.contains(hit))));
        });
        const text = (element.getAttribute('href') || element.id || element.textContent).trim().slice(0, 60);
        return {
            number: numbers.get(element),
            name: element.tagName.toLowerCase() + ' ' + text,
            kind: element.type || '',
            changed: !before.has(element) || before.get(element) !== look(element),
            reached
        };
    };
}"""

AFTER_SKIP = """target => {
    const main = document.getElementById(target);
    const element = document.activeElement;
    if (!main || !element || element === document.body) return false;
    return main === element || main.contains(element) ||
        !!(main.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


def walk(page):
    """Faults: a focus nobody can see, one that something covers, one that does not go on."""
    page.evaluate(PREPARE)
    faults, seen, last, repeated = [], set(), None, 0
    for _ in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        stop = page.evaluate("window.dreiklangFocus()")
        if stop is None or (stop["number"] in seen and stop["number"] != last):
            break
        repeated = repeated + 1 if stop["number"] == last else 0
        if repeated == 1 + STOPS.get(stop["kind"], 1):
            faults.append(f"the focus does not leave {stop['name']}")
            break
        if stop["number"] not in seen:
            if not stop["changed"]:
                faults.append(f"the focus is not visible on {stop['name']}")
            if not stop["reached"]:
                faults.append(f"something covers {stop['name']} while it has the focus")
        seen.add(stop["number"])
        last = stop["number"]
    if not seen:
        faults.append("the Tab key reaches nothing")
    return faults


def skip_link(page):
    """Faults of the first link of a page, which leads past the navigation; a page without one needs no such link."""
    if page.evaluate("!document.querySelector('nav')"):
        return []
    page.keyboard.press("Tab")
    href = page.evaluate("document.activeElement.getAttribute('href') || ''")
    if not href.startswith("#"):
        return [f"the first stop of the Tab key leads to {href or 'nothing'}, not to the main part"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement === document.body"):
        return []  # Nothing after the target takes the focus: a page without links in its main part and footer.
    return [] if page.evaluate(AFTER_SKIP, href[1:]) else [f"{href} is not where the next Tab goes on"]
