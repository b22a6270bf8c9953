// Starting Python, and saying honestly how far it is. A failed start keeps every answer and can be tried again.

import { byId, tool } from "./page.js";

const WORDS = {
  starting: "Getting ready to work out a reading. You can fill in the form meanwhile.",
  ready: "Ready. The reading is worked out on this device.",
  stopped:
    "The tool is not running, so there is no reading yet. Do not wait for one: call social care or the police if you " +
    "are worried. Your answers are still here, and you can print them.",
  // A page that asks Python for something else says so in its own words.
  ...JSON.parse(tool.dataset.words ?? "{}"),
};

let running = null;
let attempts = 0;
let moduleFailed = false;

/** Resolves to the rules, ready to be asked; rejects when they cannot be started. Starts them at most once at a time. */
export function rules() {
  running ??= start();
  return running;
}

/** True once a reading is possible without waiting. */
export const isReady = () => tool.dataset.python === "ready";

async function start() {
  attempts += 1;
  let underWay = true;
  say("starting", WORDS.starting);
  try {
    const { startPython } = await load();
    const ready = await startPython({ onStage: ({ stage, text }) => underWay && stage !== "ready" && say("starting", text) });
    say("ready", WORDS.ready);
    return Object.fromEntries(Object.entries(ready).map(([name, call]) => [name, watched(call)]));
  } catch (error) {
    // Parts may still arrive after one has failed; they must not hide the failure.
    underWay = false;
    throw failed(error);
  }
}

// Python can also stop later, while it works. Then it is offered again, as after a failed start.
function watched(call) {
  return async (text) => {
    try {
      return await call(text);
    } catch (error) {
      throw failed(error);
    }
  };
}

function failed(error) {
  running = null;
  say("failed", `${WORDS.stopped} ${error.message}`);
  return error;
}

async function load() {
  // A browser may remember a module that failed to load; another address makes it ask again.
  const again = moduleFailed ? `?again=${attempts}` : "";
  try {
    const loaded = await import(`../python/start.js${again}`);
    moduleFailed = false;
    return loaded;
  } catch {
    moduleFailed = true;
    throw new Error("A file it needs did not arrive. Check the connection and try again.");
  }
}

function say(state, text) {
  tool.dataset.python = state;
  for (const id of ["python-status", "python-status-short"]) {
    const place = byId(id);
    if (place && place.textContent !== text) place.textContent = text;
  }
  byId("python-retry").hidden = state !== "failed";
}
