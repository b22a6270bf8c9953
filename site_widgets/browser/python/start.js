// Starts Python in a worker, once a page, and says honestly how far it is.
// The parts come from this site and from nowhere else; nothing is stored; no answer reaches the console.

import { withoutStorage } from "./no-storage.js";

const runtime = new URL("../../runtime/", import.meta.url);
const here = new URL("./", import.meta.url);
const LIMIT = 60_000;

// In the order they are needed. Asked for at once, so that the worker finds them in the browser's cache
// instead of asking for one after another.
const PARTS = [
  new URL("pyscript/core.js", runtime),
  new URL("interpreter.js", here),
  new URL("worker.py", here),
  new URL("pyodide.mjs", runtime),
  new URL("pyodide.asm.js", runtime),
  new URL("pyodide.asm.wasm", runtime),
  new URL("python_stdlib.zip", runtime),
  new URL("pyodide-lock.json", runtime),
  new URL("core.zip", runtime),
];
// The forms and the case file; only a page that has them asks for it.
const PAPER = new URL("paper.zip", runtime);

const TEXT = {
  start: "Starting the tool on this device.",
  rules: "Reading the rules.",
  ready: "Ready. The reading is worked out on this device.",
  missing: "A file it needs did not arrive. Check the connection and try again.",
  blocked: "It did not run in this browser. Try again, or use another browser.",
  stopped: "It stopped while it was working. Try again.",
  slow: "It is taking longer than a minute. Try again in a moment: what has arrived is kept.",
};

let current = null;
let attempts = 0;

/**
 * Resolves to `{ assess, changes, check, paper }`, functions from text to answer text. `paper` answers on a page with
 * `data-paper` only.
 * Rejects with an Error in plain words; calling again tries again.
 */
export async function startPython({ onStage = () => {} } = {}) {
  const start = (current ??= new Start());
  try {
    return await start.wait(onStage);
  } catch (error) {
    // After a time-out the parts may still be arriving. Then the next call goes on waiting for the same start.
    if (current === start && !start.arriving) current = null;
    throw error;
  }
}

class Start {
  arriving = true;
  #last = null;
  #tell = () => {};
  #worker = null;

  constructor() {
    attempts += 1;
    this.result = this.#run();
    this.result.catch(() => this.#stop());
  }

  async wait(tell) {
    this.#tell = tell;
    if (this.#last) tell(this.#last);
    let timer;
    const slow = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(TEXT.slow)), LIMIT);
    });
    try {
      return await Promise.race([this.result, slow]);
    } catch (error) {
      if (!this.arriving) this.#stop();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #say(stage, text = TEXT[stage], detail = {}) {
    this.#last = { stage, text, ...detail };
    this.#tell(this.#last);
  }

  #stop() {
    this.arriving = false;
    this.#worker?.terminate();
  }

  async #run() {
    // Before anything is fetched: some browsers, and some settings of others, run no WebAssembly.
    if (!runsWebAssembly()) throw new Error(TEXT.blocked);
    const arrived = this.#download();
    const started = this.#startWorker().catch(async () => {
      // If a part is missing, that is the reason to give.
      await arrived;
      throw new Error(TEXT.blocked);
    });
    const [{ sync }] = await Promise.all([started, arrived]);
    this.#say("rules");
    // PyScript reports an error in worker.py to the console only; then nothing answers here.
    const version = await sync.open_rules(pageInstrument()).catch(() => null);
    if (typeof version !== "string") throw new Error(TEXT.blocked);
    this.#say("ready");
    return Object.fromEntries(["assess", "changes", "check", "paper"].map((name) => [name, this.#asking(sync[name])]));
  }

  // The core answers every text. A call that fails means that Python itself has stopped: the next call starts it anew.
  #asking(call) {
    return async (text) => {
      try {
        return await call(text);
      } catch {
        if (current === this) current = null;
        this.#stop();
        throw new Error(TEXT.stopped);
      }
    };
  }

  async #download() {
    const parts = hasPaper() ? [...PARTS, PAPER] : PARTS;
    const total = parts.length;
    let done = 0;
    const count = () => this.#say("download", `Fetching the tool: ${done} of ${total} parts.`, { done, total });
    count();
    await Promise.all(
      parts.map(async (part) => {
        await fetchToCache(part);
        done += 1;
        count();
      }),
    );
    this.arriving = false;
    this.#say("start");
  }

  async #startWorker() {
    const { PyWorker, hooks } = await loadPyScript();
    // These would go to the worker as text to evaluate, which the Content-Security-Policy forbids.
    for (const name of ["onReady", "onBeforeRun", "onBeforeRunAsync", "onAfterRun", "onAfterRunAsync"]) {
      hooks.worker[name].clear();
    }
    let fail;
    const failed = new Promise((_, reject) => {
      fail = reject;
    });
    hooks.main.onWorker.clear();
    hooks.main.onWorker.add((_, worker) => {
      this.#worker = worker;
      worker.onerror = fail;
    });
    const archives = hasPaper() ? [new URL("core.zip", runtime), PAPER] : [new URL("core.zip", runtime)];
    const ready = PyWorker(new URL("worker.py", here).href, {
      version: new URL("interpreter.js", here).href,
      config: { files: Object.fromEntries(archives.map((each) => [each.href, "./*"])) },
    });
    return Promise.race([ready, failed]);
  }
}

// This may be asked while the page is still arriving; then every instrument is read, and nothing is missed.
function pageInstrument() {
  return document.querySelector("form[data-instrument]")?.dataset.instrument ?? "";
}

// While the page is still arriving, what was asked for in its head says what it is.
function hasPaper() {
  return globalThis.earlyParts?.has(PAPER.href) || document.querySelector("[data-paper]") !== null;
}

function runsWebAssembly() {
  try {
    // The smallest module there is: its name and its version.
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

async function fetchToCache(part) {
  // See early.js.
  if (await globalThis.earlyParts?.get(part.href)) return;
  try {
    const response = await fetch(part);
    if (!response.ok) throw new Error(response.statusText);
    await response.body.pipeTo(new WritableStream());
  } catch {
    throw new Error(TEXT.missing);
  }
}

async function loadPyScript() {
  // A browser may remember a module that failed to load; another address makes it ask again.
  const again = attempts > 1 ? `?again=${attempts}` : "";
  const restore = withoutStorage();
  try {
    const core = await import(new URL(`pyscript/core.js${again}`, runtime).href);
    // Until its element is defined PyScript is not ready to make workers.
    await customElements.whenDefined("py-script");
    return core;
  } finally {
    restore();
  }
}
