// Asks for what Python needs while the page itself is still arriving. The last step of the build puts this text into
// the head of each page with a form, where it runs at once; start.js waits for what is under way.
{
  const { root, pyscript, paper } = document.currentScript.dataset;
  const archives = paper === undefined ? ["core.zip"] : ["core.zip", "paper.zip"];
  const runtime = new URL(`${root}assets/runtime/`, document.baseURI);
  // Chromium compiles a WebAssembly file once for a page and its workers, so compiling may begin before there is a
  // worker. Other browsers would do the work twice.
  const compilesOnce = "userAgentData" in navigator;
  const take = async (name) => {
    const response = await fetch(new URL(name, runtime));
    if (!response.ok) return false;
    const wasm = response.headers.get("content-type") === "application/wasm";
    await (wasm && compilesOnce ? WebAssembly.compileStreaming(response) : response.arrayBuffer());
    return true;
  };
  globalThis.earlyParts = new Map();
  for (const name of ["pyodide.asm.wasm", "pyodide.asm.js", "python_stdlib.zip", ...archives]) {
    // Whether it arrived. If it did not, start.js asks again and reports it.
    earlyParts.set(
      new URL(name, runtime).href,
      take(name).catch(() => false),
    );
  }
  for (const name of pyscript.split(" ")) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = new URL(`pyscript/${name}`, runtime).href;
    document.head.append(link);
  }
  // Whoever asks start.js later joins this start, and is told if it failed.
  import(new URL("../cse/python/start.js", runtime)).then(({ startPython }) => startPython()).catch(() => {});
}
