// A learning system as small as can be: scorm-again's run-time, a frame with the package, and a note of every call.

const EDITIONS = {
  "scorm-1.2": { name: "API", make: (settings) => new Scorm12API(settings), error: "LMSGetLastError" },
  "scorm-2004": { name: "API_1484_11", make: (settings) => new Scorm2004API(settings), error: "GetLastError" },
};
const NO_LOG = 5;
const frame = document.querySelector("iframe");
let api = null;

window.calls = [];

/** Opens the package, with what an earlier visit left behind. */
window.launch = (edition, saved, settings) => {
  const { name, make, error } = EDITIONS[edition];
  api = make({ autocommit: false, logLevel: NO_LOG, ...settings });
  if (saved) api.loadFromJSON(saved.cmi ?? saved, "cmi");
  window.calls = [];
  window[name] = new Proxy(api, {
    get(target, key) {
      const found = Reflect.get(target, key);
      if (typeof found !== "function" || key === error) return found;
      return (...given) => {
        const result = found.apply(target, given);
        window.calls.push({ call: key, given, result, error: String(target[error]()) });
        return result;
      };
    },
  });
  frame.src = "package/index.html";
};

/** Closes the package as a learner closes a window, and gives what the system holds of the visit. */
window.closePackage = () => new Promise((resolve) => {
  frame.addEventListener("load", () => resolve(window.held()), { once: true });
  frame.src = "about:blank";
});

/** What the system holds now. */
window.held = () => JSON.parse(JSON.stringify(api.cmi));
