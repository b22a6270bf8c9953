// What the page says of the learning system, and the end of the visit.

/** Begins to say whether there is one; without one, nothing is kept. Ends the visit when the page goes. */
export function sayWhoIsTold(visit) {
  document.documentElement.classList.toggle("is-launched", Boolean(visit));
  place("yes").hidden = !visit;
  place("no").hidden = Boolean(visit);
  if (!visit) return;
  // Nothing is lost by going, so nobody is asked. Registered before the page's own question is.
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation());
  addEventListener("pagehide", () => visit.end());
}

/** Says that the result is there, or takes it back when a new round begins. */
export function sayEnded(yes) {
  place("ended").textContent = yes ? place("ended").dataset.words : "";
}

const place = (key) => document.querySelector(`[data-told=${key}]`);
