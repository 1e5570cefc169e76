// SPDX-License-Identifier: EUPL-1.2

// The inbox of moderation by keyboard. The keys work only while the focus is among the contributions that wait, so that
// nobody who dictates or types elsewhere sets anything off.

const waiting = document.querySelector(".moderation-rows");

if (waiting) {
    const boxes = [...waiting.querySelectorAll("input[type='checkbox']")];

    const move = (step) => {
        const row = document.activeElement.closest(".moderation-rows > li");
        const here = boxes.findIndex((box) => row?.contains(box));
        boxes[Math.min(Math.max(here + step, 0), boxes.length - 1)]?.focus();
    };

    waiting.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "j" || event.key === "ArrowDown") move(1);
        else if (event.key === "k" || event.key === "ArrowUp") move(-1);
        else if (event.key === "a") {
            const all = boxes.every((box) => box.checked);
            for (const box of boxes) box.checked = !all;
        } else return;
        event.preventDefault();
    });
}
