/** Why a document was not made: words for the reader. `scripts` names each script, with some of its characters. Nothing was written. */
export class DocumentError extends Error {
  constructor(message, scripts = {}) {
    super(message);
    this.name = "DocumentError";
    this.scripts = scripts;
  }
}
