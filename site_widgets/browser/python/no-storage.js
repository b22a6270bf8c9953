// PyScript opens a database in the browser's storage, on the page and in the worker, to remember files and packages
// that this site has not got. This site stores nothing, so it is given a database that is empty and stays so.

function answer(result) {
  const request = {};
  queueMicrotask(() => request.onsuccess({ target: { result } }));
  return request;
}

const entries = new Proxy({}, { get: (_, name) => () => answer(name === "getAllKeys" ? [] : undefined) });
const database = { transaction: () => ({ objectStore: () => entries }), close() {} };
const storage = { value: { open: () => answer(database) }, configurable: true };

/** From now on nothing in this page or worker can store. Returns a function that puts the storage back. */
export function withoutStorage() {
  const own = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
  Object.defineProperty(globalThis, "indexedDB", storage);
  return () => (own ? Object.defineProperty(globalThis, "indexedDB", own) : delete globalThis.indexedDB);
}
