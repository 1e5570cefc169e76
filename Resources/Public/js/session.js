// SPDX-License-Identifier: EUPL-1.2

// Five minutes before a session ends, says so, aloud for those who listen. Without this, one's own area names the time.

const link = document.querySelector("[data-session-ends]");
const warnBefore = 5 * 60 * 1000;

const warn = () => {
    const note = document.createElement("p");
    note.className = "session-warning";
    note.setAttribute("role", "status");
    document.body.append(note);
    // Set after the element is there, since only a change inside it is announced.
    note.textContent = link.dataset.sessionWarning;
};

if (link) {
    const rest = Date.parse(link.dataset.sessionEnds) - Date.now() - warnBefore;
    setTimeout(warn, Math.max(0, rest));
}
