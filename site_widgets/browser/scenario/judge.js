// What a learner ticked, beside what the build marked. Nothing is decided here.

export const MOST_STEPS = 3;
const GROUPS = ["signs", "unknowns", "steps"];

export const formOf = (episode) => episode.querySelector("form");
const named = (episode, part) => `part-${episode.dataset.episode}.${part}`;
const ticked = (episode, part) => [...formOf(episode).querySelectorAll(`[name="${named(episode, part)}"]:checked`)];

/** What was answered in an episode, as a file keeps it. */
export function answersIn(episode) {
  const lists = GROUPS.map((part) => [part, ticked(episode, part).map((box) => box.value)]);
  return {
    ...Object.fromEntries(lists),
    judgement: ticked(episode, "judgement")[0]?.value ?? "",
    reasons: formOf(episode).elements[named(episode, "reasons")].value,
  };
}

/** Whether these answers have a place in the episode's form as it is now. */
export function fitsIn(episode, answers) {
  const known = (part, value) => [...formOf(episode).querySelectorAll(`[name="${named(episode, part)}"]`)].some((box) => box.value === value);
  return GROUPS.every((part) => Array.isArray(answers?.[part]) && answers[part].every((value) => known(part, value)))
    && typeof answers.reasons === "string"
    && (answers.judgement === "" || known("judgement", answers.judgement));
}

/** Puts answers into the form. */
export function fillIn(episode, answers) {
  for (const part of [...GROUPS, "judgement"]) {
    const wanted = [answers[part]].flat();
    for (const box of formOf(episode).querySelectorAll(`[name="${named(episode, part)}"]`)) box.checked = wanted.includes(box.value);
  }
  formOf(episode).elements[named(episode, "reasons")].value = answers.reasons;
}

/** What has to be put right before the answers are shown: the words, and the control that they are about. */
export function faultsIn(episode) {
  const first = (part) => formOf(episode).querySelector(`[name="${named(episode, part)}"]`);
  const faults = [];
  if (!ticked(episode, "judgement").length) faults.push({ words: "Choose how soon somebody needs to act", control: first("judgement") });
  const steps = ticked(episode, "steps").length;
  if (steps > MOST_STEPS) faults.push({ words: `Choose up to three first actions. You chose ${steps}`, control: first("steps") });
  return faults;
}

/** Writes beside every option what was ticked, and above them how many of those that count. */
export function compareIn(episode) {
  const chosen = new Set(GROUPS.flatMap((part) => ticked(episode, part).map((box) => box.value)));
  for (const option of episode.querySelectorAll("[data-option]")) {
    const words = chosen.has(option.dataset.option) ? option.dataset.ticked : option.dataset.notTicked;
    const tag = option.querySelector("[data-verdict]");
    tag.textContent = words ?? "";
    tag.hidden = !words;
  }
  for (const line of episode.querySelectorAll("[data-summary]")) {
    const right = [...line.parentElement.querySelectorAll("[data-option][data-right]")];
    const of = line.dataset.summary === "steps" ? Math.min(MOST_STEPS, right.length) : right.length;
    const n = right.filter((option) => chosen.has(option.dataset.option)).length;
    line.textContent = line.dataset.words.replace("{n}", n).replace("{of}", of);
    line.hidden = right.length === 0;
  }
  const said = episode.querySelector("[data-you-said]");
  const judgement = ticked(episode, "judgement")[0];
  said.textContent = judgement?.labels[0].textContent ?? "";
  said.parentElement.hidden = !judgement;
}
