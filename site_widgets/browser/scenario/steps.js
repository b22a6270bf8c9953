// One part after the other: the answers once they are asked for, the next episode once the last is read.

import { compareIn, faultsIn, formOf } from "./judge.js";
import { clearFaults, showFaults } from "./errors.js";
import { end, episodes, goTo } from "./page.js";

const answersOf = (episode) => episode.querySelector("[data-answers]");

/** Whether the learner has asked to see the answers of this episode. */
export const isRead = (episode) => !answersOf(episode).hidden;

/** Only the first episode is there to begin with. */
export function beginWithFirst() {
  for (const episode of episodes) {
    answersOf(episode).hidden = true;
    clearFaults(formOf(episode));
  }
  showUpTo(0);
}

/** Shows the episodes up to this one, and the end after the last is read. */
export function showUpTo(last) {
  episodes.forEach((episode, at) => (episode.hidden = at > last));
  end.hidden = last < episodes.length;
}

/** Shows what is said about an episode; or, where something is missing, what. */
export function reveal(episode) {
  const faults = faultsIn(episode);
  if (faults.length) {
    showFaults(formOf(episode), faults);
    return;
  }
  clearFaults(formOf(episode));
  showAnswers(episode);
  goTo(answersOf(episode).querySelector("h3"));
}

/** Shows what is said about an episode, marked by what was ticked. */
export function showAnswers(episode) {
  compareIn(episode);
  answersOf(episode).hidden = false;
}

/** Goes on from an episode to the next one, or to the end. */
export function goOn(episode) {
  const next = episodes.indexOf(episode) + 1;
  showUpTo(next);
  goTo((episodes[next] ?? end).querySelector("h2"));
}
