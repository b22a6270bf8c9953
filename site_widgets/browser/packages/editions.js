// What the two editions of SCORM call the same things.

const seconds = (ms) => Math.round(ms / 10) / 100;
const two = (number) => String(number).padStart(2, "0");

const EDITION_12 = {
  begin: "LMSInitialize",
  get: "LMSGetValue",
  set: "LMSSetValue",
  keep: "LMSCommit",
  end: "LMSFinish",
  mode: "cmi.core.lesson_mode",
  place: "cmi.core.lesson_location",
  notes: "cmi.suspend_data",
  // Longest note that a learning system has to keep, in characters.
  room: 4096,
  /** Whether nothing was told before. */
  untold: (get) => ["", "not attempted", "unknown"].includes(get("cmi.core.lesson_status")),
  /** Whether an earlier visit came to a good end; where there is a mark, only a pass is one. */
  done: (get, marked) => (marked ? ["passed"] : ["passed", "completed"]).includes(get("cmi.core.lesson_status")),
  begun: () => ({ "cmi.core.lesson_status": "incomplete" }),
  progress: () => ({}),
  score: (percent) => ({ "cmi.core.score.min": "0", "cmi.core.score.max": "100", "cmi.core.score.raw": String(percent) }),
  // One word for two things: with a mark to reach it is the mark that counts.
  finished: (passed) => ({ "cmi.core.lesson_status": passed === null ? "completed" : passed ? "passed" : "failed" }),
  leaving: (ms, later) => ({
    "cmi.core.session_time": `${two(Math.floor(ms / 3600000))}:${two(Math.floor(ms / 60000) % 60)}:${two(Math.floor(ms / 1000) % 60)}`,
    "cmi.core.exit": later ? "suspend" : "",
  }),
};

const EDITION_2004 = {
  begin: "Initialize",
  get: "GetValue",
  set: "SetValue",
  keep: "Commit",
  end: "Terminate",
  mode: "cmi.mode",
  place: "cmi.location",
  notes: "cmi.suspend_data",
  room: 64000,
  untold: (get) => ["", "not attempted", "unknown"].includes(get("cmi.completion_status")),
  done: (get, marked) => (marked ? get("cmi.success_status") === "passed" : get("cmi.completion_status") === "completed"),
  begun: () => ({ "cmi.completion_status": "incomplete" }),
  progress: (share) => ({ "cmi.progress_measure": String(Math.round(share * 100) / 100) }),
  score: (percent) => ({ "cmi.score.min": "0", "cmi.score.max": "100", "cmi.score.raw": String(percent), "cmi.score.scaled": String(percent / 100) }),
  finished: (passed) => ({
    "cmi.completion_status": "completed",
    ...(passed === null ? {} : { "cmi.success_status": passed ? "passed" : "failed" }),
  }),
  leaving: (ms, later) => ({ "cmi.session_time": `PT${seconds(ms)}S`, "cmi.exit": later ? "suspend" : "normal" }),
};

/** The names and values of one edition. */
export const editions = { "1.2": EDITION_12, 2004: EDITION_2004 };
