// Back to the top of the page, for the eye and for the keyboard.

/** Shows the page's heading and puts the focus on it. */
export function goToTop() {
  const heading = document.querySelector("h1");
  heading.tabIndex = -1;
  heading.scrollIntoView();
  heading.focus({ preventScroll: true });
}
