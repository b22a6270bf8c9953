// A trainer's session: story ids after # in an address, and nothing else. It is made when asked for and kept nowhere.

import { make } from "../site/make.js";

/** The ids that the address names, if each is a story's. */
export function idsIn(hash, titles) {
  // An id holds no sign that an address would write in another way.
  const ids = hash.slice(1).replaceAll("%2C", ",").split(",").filter(Boolean);
  return ids.length && ids.every((id) => Object.hasOwn(titles, id)) ? [...new Set(ids)] : [];
}

const hashOf = (ids) => `#${ids.join(",")}`;

/** The list of stories: those that the address names come first, in its order. */
export function showSession(place) {
  const titles = JSON.parse(place.dataset.titles);
  const show = () => {
    const ids = idsIn(location.hash, titles);
    place.hidden = ids.length === 0;
    place.querySelector("ol").replaceChildren(...ids.map((id) => {
      const item = make("li");
      const link = make("a", titles[id]);
      link.href = `${id}/${hashOf(ids)}`;
      item.append(link);
      return item;
    }));
  };
  addEventListener("hashchange", show);
  show();
}

/** A story of a session says where it stands in it, and leads to the next. */
export function placeInSession(story) {
  const titles = JSON.parse(story.dataset.titles);
  const ids = idsIn(location.hash, titles);
  const at = ids.indexOf(story.dataset.scenario);
  if (at < 0) return;
  const start = story.querySelector("[data-session]");
  const back = make("a", "Your session");
  back.href = `../${hashOf(ids)}`;
  start.replaceChildren(back, `: story ${at + 1} of ${ids.length}.`);
  start.hidden = false;
  const next = story.querySelector("[data-session-next]");
  if (at + 1 < ids.length) {
    const link = make("a", titles[ids[at + 1]]);
    link.href = `../${ids[at + 1]}/${hashOf(ids)}`;
    next.replaceChildren("Next story of your session: ", link, ".");
  } else {
    next.textContent = "This was the last story of your session.";
  }
  next.hidden = false;
}

/** The trainer's form: ticks become a link, in the order of ticking. */
export function makeSessions(form) {
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const address = form.querySelector("[data-open-session]");
  // Of this page alone, so that a link holds wherever the site lies.
  const stories = new URL(address.getAttribute("href"), location.href);
  const link = form.querySelector("[data-link]");
  const field = link.querySelector("input");
  let chosen = [];
  const say = () => {
    const minutes = boxes.filter((box) => box.checked).reduce((sum, box) => sum + Number(box.dataset.minutes), 0);
    const many = `${chosen.length} ${chosen.length === 1 ? "story" : "stories"}`;
    form.querySelector("[data-chosen]").textContent = chosen.length ? `${many}, about ${minutes} minutes.` : "No story is ticked yet.";
    link.hidden = true;
  };
  form.addEventListener("change", ({ target }) => {
    if (!boxes.includes(target)) return;
    chosen = chosen.filter((id) => id !== target.value);
    if (target.checked) chosen.push(target.value);
    say();
  });
  form.addEventListener("click", (event) => {
    if (!event.target.closest("[data-action=make-link]")) return;
    if (!chosen.length) {
      form.querySelector("[data-chosen]").textContent = "Tick one story or more first.";
      return;
    }
    stories.hash = hashOf(chosen);
    field.value = stories.href;
    address.href = stories.href;
    link.hidden = false;
    field.focus();
    field.select();
  });
  addEventListener("pageshow", () => {
    form.reset();
    chosen = [];
    say();
  });
}
