// SPDX-License-Identifier: EUPL-1.2

// Shows how the text of an idea will look, below the field, and follows what is typed. Without this, the button brings the
// whole form back with the preview.

const preview = document.querySelector(".idea-preview");

if (preview) {
    const pause = 400;
    const field = preview.closest("form").elements.text;
    const button = preview.querySelector("button");
    const shown = preview.querySelector("section");
    let timer;
    let turn = 0;

    const draw = async () => {
        const mine = ++turn;
        try {
            const answer = await fetch(preview.dataset.address, {
                method: "POST", body: new URLSearchParams({ text: field.value }),
            });
            if (answer.ok && mine === turn) shown.querySelector(".prose").innerHTML = await answer.text();
        } catch (error) {
            // No connection: the last preview stands, and the next letter asks again.
            return;
        }
    };

    const show = (isShown) => {
        shown.hidden = !isShown;
        button.setAttribute("aria-expanded", String(isShown));
        if (isShown) draw();
    };

    button.setAttribute("aria-controls", shown.id);
    button.setAttribute("aria-expanded", String(!shown.hidden));
    button.addEventListener("click", (event) => {
        event.preventDefault();
        show(shown.hidden);
    });
    field.addEventListener("input", () => {
        clearTimeout(timer);
        if (!shown.hidden) timer = setTimeout(draw, pause);
    });
}
