import { readFileSync } from "node:fs";

/** Made once, when the package is built, by `scripts/bundle.mjs`: it lies in dist whether this runs from dist or from source. */
const PLACE = new URL("../dist/hydrate.js", import.meta.url);

let script: string | undefined;

/** What makes a page's drawings answer to a pointer: Vega with its interpreter, so that nothing is evaluated from text. */
export function hydrateScript(): string {
  script ??= read();
  return script;
}

function read(): string {
  try {
    return readFileSync(PLACE, "utf8");
  } catch {
    throw new Error(
      "packages/report/dist/hydrate.js is missing: the package was not built. Run: node scripts/setup.mjs --build",
    );
  }
}
