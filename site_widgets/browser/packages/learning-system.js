// One visit, as a learning system is told of it: how far, how well, and what to go on with next time.

import { editions } from "./editions.js";
import { findApi } from "./find-api.js";

const REFUSED = ["", "false", false, undefined, null];

/**
 * The learning system, with a visit begun, or null where none opened this page or it does not answer.
 * `marked` says whether there is a mark to reach.
 */
export function beginVisit(marked) {
  const found = findApi();
  if (!found) return null;
  const visit = new Visit(found.api, editions[found.edition], marked);
  return visit.begin() ? visit : null;
}

class Visit {
  #api;
  #edition;
  #marked;
  #since = Date.now();
  #open = false;
  #later = true;
  #done = false;

  constructor(api, edition, marked) {
    this.#api = api;
    this.#edition = edition;
    this.#marked = marked;
  }

  /** Starts the visit. False when the learning system does not want it. */
  begin() {
    this.#open = !REFUSED.includes(this.#api[this.#edition.begin](""));
    if (!this.#open) return false;
    const get = (name) => this.#get(name);
    this.#done = this.#edition.done(get, this.#marked);
    if (this.#edition.untold(get)) this.#tell(this.#edition.begun());
    this.#keep();
    return true;
  }

  /** False where a learner only looks, or looks again: then nothing is told. */
  get counts() {
    return !["browse", "review"].includes(this.#get(this.#edition.mode));
  }

  /** What an earlier visit noted, or "". */
  get notes() {
    return this.#get(this.#edition.notes);
  }

  /** Notes how far the learner is. `share` is from 0 to 1. */
  goneTo({ share, place, notes }) {
    if (notes.length > this.#edition.room) return;
    const at = place ? { [this.#edition.place]: place } : {};
    this.#tell({ ...(this.#done ? {} : this.#edition.progress(share)), ...at, [this.#edition.notes]: notes });
    this.#keep();
  }

  /** Tells the result. Without a mark to reach, `percent` and `passed` are null. An earlier pass stays a pass. */
  finished({ percent, passed }) {
    this.#later = false;
    if (this.#done) return;
    const score = percent === null ? {} : this.#edition.score(percent);
    this.#tell({ ...this.#edition.progress(1), ...score, ...this.#edition.finished(passed) });
    this.#done = passed !== false;
    this.#keep();
  }

  /** A new round after a result: there is something to go on with again. */
  again() {
    this.#later = true;
  }

  /** Ends the visit, once. */
  end() {
    if (!this.#open) return;
    this.#tell(this.#edition.leaving(Date.now() - this.#since, this.#later));
    this.#keep();
    this.#api[this.#edition.end]("");
    this.#open = false;
  }

  #get(name) {
    return String(this.#api[this.#edition.get](name) ?? "");
  }

  #tell(values) {
    if (!this.#open || !this.counts) return;
    for (const [name, value] of Object.entries(values)) this.#api[this.#edition.set](name, value);
  }

  #keep() {
    if (this.#open) this.#api[this.#edition.keep]("");
  }
}
