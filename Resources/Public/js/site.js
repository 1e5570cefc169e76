// SPDX-License-Identifier: EUPL-1.2

// The menus work without this: it closes them on Escape, on a click beside them and when focus moves on.

const menus = [...document.querySelectorAll(".navigation details")];

const closeMenus = (except) => {
    for (const menu of menus) {
        if (menu !== except) menu.open = false;
    }
};

for (const menu of menus) {
    menu.addEventListener("toggle", () => {
        if (menu.open) closeMenus(menu);
    });
    menu.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !menu.open) return;
        menu.open = false;
        menu.querySelector("summary").focus();
    });
}

document.addEventListener("click", (event) => {
    if (!event.target.closest(".navigation")) closeMenus();
});

document.addEventListener("focusin", (event) => {
    closeMenus(event.target.closest(".navigation details"));
});
