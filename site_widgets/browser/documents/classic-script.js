// A library that is no module: a script that gives the page one global.

/** Loads a script once and gives the global that it sets. It rejects where the script does not arrive. */
export function globalOf(address, name) {
  if (globalThis[name]) return Promise.resolve(globalThis[name]);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(globalThis[name]));
    script.addEventListener("error", () => reject(new Error(`A part did not arrive: ${name}.`)));
    document.head.append(script);
    // The browser has begun to fetch it, and the page keeps no trace.
    script.remove();
  });
}
