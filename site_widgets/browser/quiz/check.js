// One knowledge check as data: what was asked, what was right at the first try and after, how sure the learner is.

/** A check that begins today. `asked` are the templates of its questions. */
export function newCheck(asked, { topic, role, before }, today) {
  return {
    started_on: today,
    finished_on: null,
    topic,
    role,
    asked: asked.map(({ dataset }) => ({ id: dataset.question, topic: dataset.topic, first: null, latest: null })),
    before,
    after: {},
  };
}

/** Notes the answer to a question: the first one is the result, a later one shows what was learned. */
export function note(check, id, right) {
  const asked = check.asked.find((each) => each.id === id);
  asked.first ??= right;
  asked.latest = right;
}

/** How many were right at the first try and after trying again, of how many; and how many have no answer. */
export function scoreOf({ asked }) {
  return {
    first: asked.filter(({ first }) => first).length,
    latest: asked.filter(({ latest }) => latest).length,
    open: asked.filter(({ first }) => first === null).length,
    of: asked.length,
  };
}

/** The same, topic by topic, in the order in which topics were first asked about. */
export function scoreByTopic({ asked }) {
  const topics = new Map();
  for (const each of asked) topics.set(each.topic, [...(topics.get(each.topic) ?? []), each]);
  return [...topics].map(([topic, own]) => ({ topic, ...scoreOf({ asked: own }) }));
}

/** Whether so many of so many reach the pass mark, in per cent. */
export function passes({ first, of }, mark) {
  return of > 0 && first * 100 >= mark * of;
}

/** The ids of what was not right in the end, or not answered. */
export function missedIn({ asked }) {
  return asked.filter(({ latest }) => !latest).map(({ id }) => id);
}
