// The fixed parts of the page, by the ids the build gives them.

export const byId = (id) => document.getElementById(id);

export const form = byId("assessment-form");
export const tool = form.closest(".assessment");
// What a file of this form begins with, and what the page calls such a file.
export const head = JSON.parse(form.dataset.head);
export const saved = form.dataset.saved;

/** Says something short where the eye and the screen reader both find it, until the next answer. */
export function announce(text) {
  byId("announcement").textContent = text;
}
