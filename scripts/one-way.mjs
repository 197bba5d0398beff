// Dependencies point one way: auscult → report → metrics → core; inside metrics: families → inference → numeric.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const PACKAGES = ["@auscult/core", "@auscult/metrics", "@auscult/report", "auscult"];
const LAYERS = ["numeric", "inference"];

const files = [];
for (const name of ["core", "metrics", "report", "auscult"]) collect(join(root, "packages", name, "src"));
function collect(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path);
    else if (path.endsWith(".ts")) files.push(path);
  }
}

const faults = [];
const graph = new Map();
for (const file of files) {
  const own = relative(join(root, "packages"), file).split(/[\\/]/)[0];
  const rank = PACKAGES.findIndex((p) => p.endsWith(own));
  const source = readFileSync(file, "utf8");
  const imports = [...source.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?[^;]*?from\s+"([^"]+)"/g)];
  graph.set(file, []);
  for (const [, , typeOnly, target] of imports) {
    if (target.startsWith(".")) {
      const path = resolve(dirname(file), target);
      if (!typeOnly) graph.get(file).push(path);
      if (own === "metrics") layer(file, path);
      continue;
    }
    const at = PACKAGES.findIndex((p) => target === p || target.startsWith(`${p}/`));
    if (at < 0) continue;
    if (at >= rank) faults.push(`${relative(root, file)} imports ${target}, which lies at or above its own package`);
    if (target !== PACKAGES[at])
      faults.push(`${relative(root, file)} reaches into ${target}: import the package's index`);
  }
}
function layer(file, path) {
  const base = join(root, "packages", "metrics", "src");
  const [from] = relative(base, file).split(/[\\/]/);
  const [to] = relative(base, path).split(/[\\/]/);
  const rankOf = (folder) =>
    LAYERS.includes(folder) ? LAYERS.indexOf(folder) : folder.endsWith(".ts") ? -1 : LAYERS.length;
  // result.ts is a vocabulary (values for "not estimable"), so the lowest layer may speak it.
  if (rankOf(from) === 0 && to !== "numeric" && to !== "result.ts")
    faults.push(`${relative(root, file)}: numeric imports from ${to}`);
  if (rankOf(from) === 1 && rankOf(to) === LAYERS.length)
    faults.push(`${relative(root, file)}: inference imports from the family ${to}`);
}

const state = new Map();
function visit(file, trail) {
  if (state.get(file) === "done") return;
  if (state.get(file) === "open") {
    faults.push(`cycle: ${[...trail.slice(trail.indexOf(file)), file].map((f) => relative(root, f)).join(" → ")}`);
    return;
  }
  state.set(file, "open");
  for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
  state.set(file, "done");
}
for (const file of files) visit(file, []);

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${files.length} source files, dependencies one way, no cycles`);
