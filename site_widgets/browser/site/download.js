// A file made on this device, for this device.

/** Gives the reader a file with this text. Nothing is sent. */
export const download = (text, name, type) => downloadBlob(new Blob([text], { type }), name);

/** Gives the reader this file. Nothing is sent. */
export function downloadBlob(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser needs the address for a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
