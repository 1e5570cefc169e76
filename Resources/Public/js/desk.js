// SPDX-License-Identifier: EUPL-1.2

// The desk works by ticking and choosing; with a mouse, a card can be dragged into another column as well.

const desk = document.querySelector("form.desk");
const stage = desk?.querySelector("select[name='spalte']");

if (stage) {
    let dragged = null;

    for (const card of desk.querySelectorAll(".desk-card")) {
        card.draggable = true;
        card.addEventListener("dragstart", () => { dragged = card; });
        card.addEventListener("dragend", () => { dragged = null; });
    }

    for (const column of desk.querySelectorAll(".desk-column")) {
        column.addEventListener("dragover", (event) => {
            if (!dragged) return;
            event.preventDefault();
            column.classList.add("is-target");
        });
        column.addEventListener("dragleave", () => column.classList.remove("is-target"));
        column.addEventListener("drop", (event) => {
            event.preventDefault();
            column.classList.remove("is-target");
            if (!dragged || dragged.parentElement.parentElement === column) return;
            for (const box of desk.querySelectorAll("input[name='idee']")) box.checked = box.value === dragged.dataset.idea;
            stage.value = column.dataset.stage;
            desk.requestSubmit();
        });
    }
}
