// A story in a package: it tells how far the learner has come, and opens there the next time. It has no mark.

import { beginVisit } from "./learning-system.js";
import { sayEnded, sayWhoIsTold } from "./told.js";
import { end, episodes, goTo } from "../scenario/page.js";
import "../scenario/scenario.js";
import { isRead, showUpTo } from "../scenario/steps.js";

const KIND = "cse-story/1";
const WATCHED = { subtree: true, attributes: true, attributeFilter: ["hidden"] };

function begin() {
  const visit = beginVisit(false);
  sayWhoIsTold(visit);
  if (!visit) return;
  goOn(visit.notes);
  let told = partsRead();
  new MutationObserver(() => {
    // Going back in a new visit takes nothing away.
    const now = Math.max(told, partsRead());
    if (now > told) tell(visit, now);
    told = now;
  }).observe(end.parentElement, WATCHED);
}

/** How many parts are behind the learner: read, or come past in an earlier visit. The end counts as the last one. */
function partsRead() {
  const shown = episodes.filter((episode) => !episode.hidden);
  const last = shown.at(-1);
  return end.hidden ? shown.length - 1 + (isRead(last) ? 0.5 : 0) : episodes.length;
}

function tell(visit, parts) {
  const whole = Math.floor(parts);
  visit.goneTo({ share: parts / episodes.length, place: String(whole), notes: `${KIND} ${whole}` });
  if (parts < episodes.length) return;
  visit.finished({ percent: null, passed: null });
  sayEnded(true);
}

function goOn(notes) {
  const [kind, parts] = notes.split(" ");
  const at = Number(parts);
  // A finished story begins anew.
  if (kind !== KIND || !Number.isInteger(at) || at < 1 || at >= episodes.length) return;
  showUpTo(at);
  goTo(episodes[at].querySelector("h2"));
}

begin();
