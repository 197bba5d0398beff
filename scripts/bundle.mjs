// Bundles packages/report/browser/hydrate.ts with Vega into packages/report/dist/hydrate.js: what a report's page runs. Deterministic;
// done again only when the script or the versions it is made from have changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, version } from "esbuild";

const here = join(dirname(fileURLToPath(import.meta.url)), "..", "packages", "report");
const out = join(here, "dist", "hydrate.js");
const stamp = join(here, "dist", ".hydrate.sha256");
const made = createHash("sha256");
for (const part of ["package.json", join("browser", "hydrate.ts"), join("..", "..", "scripts", "bundle.mjs")])
  made.update(readFileSync(join(here, part)));
made.update(version);
const wanted = made.digest("hex");

if (!existsSync(out) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  mkdirSync(dirname(out), { recursive: true });
  const licence = readFileSync(join(here, "node_modules", "vega", "LICENSE"), "utf8")
    .trim()
    .replaceAll("*/", "* /");
  const { outputFiles } = await build({
    banner: {
      js: `/*! Holds Vega and its interpreter:\n${licence}\nand modules of D3, ISC licence, copyright 2010-2023 Mike Bostock */`,
    },
    entryPoints: [join(here, "browser", "hydrate.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  const text = outputFiles[0].text.trim();
  if (/<\/script|<!--/i.test(text)) throw new Error("the bundle holds text that would end its script element");
  writeFileSync(out, text);
  writeFileSync(stamp, wanted);
  console.log(`packages/report/dist/hydrate.js: ${Math.round(text.length / 1024)} KiB`);
}
