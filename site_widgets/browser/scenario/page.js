// The fixed parts of a story's page.

export const story = document.querySelector("[data-scenario]");
export const episodes = [...(story?.querySelectorAll("[data-episode]") ?? [])];
export const end = story?.querySelector("[data-end]");

/** Says something short, to the eye and to a screen reader. */
export function announce(text) {
  story.querySelector("[data-announce]").textContent = text;
}

/** Brings a heading into view and puts the focus on it. */
export function goTo(heading) {
  heading.scrollIntoView();
  heading.focus({ preventScroll: true });
}
