// SPDX-License-Identifier: EUPL-1.2

// Saves a draft by itself while it is written. Without this, its button does; where somebody else has changed the same
// part, the button leads to both texts.

const draft = document.querySelector("form.draft");

if (draft) {
    const pause = 15 * 1000;
    const state = draft.querySelector(".draft-state");
    const texts = () => new URLSearchParams(new FormData(draft)).toString();
    let saved = texts();
    let isBusy = false;

    const save = async () => {
        if (isBusy || texts() === saved) return;
        isBusy = true;
        const sent = texts();
        try {
            const answer = await fetch(draft.action, {
                method: "POST", body: new URLSearchParams(`${sent}&automatisch=ja`), redirect: "error",
            });
            if (answer.ok) {
                draft.elements.fassung.value = await answer.text();
                saved = sent.replace(/fassung=\d+/, `fassung=${draft.elements.fassung.value}`);
                state.textContent = draft.dataset.saved;
            } else if (answer.status === 409) {
                state.textContent = draft.dataset.conflict;
                clearInterval(timer);
            }
        } catch (error) {
            // No connection: the next turn tries again, and the button always does.
            state.textContent = "";
        }
        isBusy = false;
    };

    const timer = setInterval(save, pause);
}
