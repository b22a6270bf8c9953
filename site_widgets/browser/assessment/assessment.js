// The assessment page: which click does what.

import { begin } from "./begin.js";
import { clearEverything, emptyForm } from "./clear.js";
import { chooseFile, openFile } from "./open-file.js";
import { announce } from "./page.js";
import { lockedText } from "./passphrase.js";
import { checkReading, showReading } from "./reading.js";
import { addRow, removeRow } from "./rows.js";
import { saveFile } from "./save-file.js";
import { refreshSoFar } from "./so-far.js";
import { guardLeaving } from "./unsaved.js";

document.documentElement.classList.add("has-so-far");
begin({
  actions: {
    "show-reading": showReading,
    save: () => saveFile(),
    "save-locked": () => saveFile(lockedText),
    open: chooseFile,
    clear: clearEverything,
    "add-row": addRow,
    "remove-row": removeRow,
  },
  empty: emptyForm,
  chosen: openFile,
  answered(event) {
    if (event.isTrusted) announce("");
    refreshSoFar();
    checkReading();
    guardLeaving();
  },
});
