// node pictures.mjs < DOT > SVG : both are JSON objects, one text for each name; exit 1 if a drawing is not valid.
import { readFileSync } from "node:fs";
import { instance } from "@viz-js/viz";

const drawings = JSON.parse(readFileSync(0, "utf8"));
const graphviz = await instance();
const pictures = {};
for (const [name, dot] of Object.entries(drawings)) {
  const { status, output, errors } = graphviz.render(dot, { format: "svg", engine: "dot" });
  if (status !== "success") {
    console.error(`${name}: ${errors.map((error) => error.message).join("; ")}`);
    process.exit(1);
  }
  pictures[name] = output;
}
process.stdout.write(JSON.stringify(pictures));
