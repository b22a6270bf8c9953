// Which questions fit what the learner chose, and which of them are asked.

import { shuffled } from "./random.js";

/** The questions for a topic and a role; an empty choice leaves all in. */
export function fitting(templates, { topic, role }) {
  return [...templates.values()].filter(({ dataset }) => (
    (!topic || dataset.topic === topic) && (!role || dataset.roles.split(" ").includes(role))
  ));
}

/** So many of them by chance, dealt topic by topic so that a short check touches as many topics as it can. */
export function draw(fit, count) {
  const topics = new Map();
  for (const question of shuffled(fit)) {
    topics.set(question.dataset.topic, [...(topics.get(question.dataset.topic) ?? []), question]);
  }
  const piles = shuffled([...topics.values()]);
  const dealt = [];
  for (let round = 0; dealt.length < Math.min(count, fit.length); round += 1) {
    dealt.push(...piles.filter((pile) => pile.length > round).map((pile) => pile[round]));
  }
  return shuffled(dealt.slice(0, count));
}
