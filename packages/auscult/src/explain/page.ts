import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDERS = ["metrics", "analyses"] as const;

/** The page of a metric, curve, distance or analysis; undefined where there is none. */
export function pageOf(id: string): { readonly file: string; readonly text: string } | undefined {
  for (const folder of FOLDERS) {
    const file = join(docsFolder(), folder, `${id}.md`);
    if (pagesIn(folder).includes(id)) return { file, text: readFileSync(file, "utf8") };
  }
  return undefined;
}

/** Ids that have a page. */
export function pageIds(): string[] {
  return FOLDERS.flatMap(pagesIn);
}

function pagesIn(folder: (typeof FOLDERS)[number]): string[] {
  const path = join(docsFolder(), folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -3));
}

/** In the package when installed, at the top of the repository when developed. */
function docsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const [installed, developed] = [join(here, "..", "..", "docs"), join(here, "..", "..", "..", "..", "docs")];
  return existsSync(installed) ? installed : developed;
}
