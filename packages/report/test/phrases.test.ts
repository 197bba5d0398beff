import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../src/languages.ts";

/** Two files that word one key would leave the later to win in silence. */
test.each(languages.map(({ language }) => language))("%s words every phrase once", async (language) => {
  const folder = new URL(`../src/words/${language}/phrases/`, import.meta.url);
  const seen = new Map<string, string>();
  const doubled: string[] = [];
  for (const file of readdirSync(folder)) {
    const books = Object.values((await import(new URL(file, folder).href)) as Record<string, object>);
    for (const key of books.flatMap((book) => Object.keys(book))) {
      if (seen.has(key)) doubled.push(`${key}: ${seen.get(key)} and ${file}`);
      seen.set(key, file);
    }
  }
  expect(doubled).toEqual([]);
});
