import { expect, test } from "vitest";
import { documentOf } from "../src/document-of.ts";
import { languages } from "../src/languages.ts";
import { da } from "../src/words/da.ts";
import { en } from "../src/words/en.ts";
import { documentText } from "./document-text.ts";
import { sampleReport } from "./sample.ts";

const report = sampleReport();
const text = (words: typeof da): string => documentText(documentOf(report, words));

test("the report in Danish says everything that the snapshot has, in these words", async () => {
  await expect(`${text(da)}\n`).toMatchFileSnapshot("snapshots/report.da.txt");
});

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The report's text without what the plan, the data and the literature say: what is left, the catalogue said. */
function ownWords(words: typeof da): string {
  const theirs = [
    ...textsIn([report.plan.content, report.study, report.attributes, report.subgroups, report.title]),
    ...report.metrics.flatMap((m) => m.source),
    ...report.curveKinds.flatMap((c) => c.source),
    ...Object.values(words.intervalMethod).map((m) => m.source),
  ];
  return theirs
    .filter((t) => t.includes(" ") || t === "female")
    .toSorted((a, b) => b.length - a.length)
    .reduce((whole, t) => whole.replaceAll(t, "¤"), text(words).replaceAll(/… \d+ rows|<#[^>]+>/g, ""));
}

const ENGLISH =
  /\b(the|and|of|is|are|was|were|which|that|this|these|from|than|not|no|with|without|where|who|what|how|does|has|been|each|every|they|patient's|below|above|between|events?|rows?|subgroups?|threshold|score of|female|everybody|recorded|estimated)\b/gi;

test("no English is left in a Danish report", () => {
  expect(ownWords(en).match(ENGLISH)?.length).toBeGreaterThan(500);
  const found = ownWords(da)
    .split("\n")
    .filter((line) => line.match(ENGLISH) !== null);
  expect(found).toEqual([]);
});

test("a Danish report writes numbers, shares and dates as Danes do", () => {
  const said = text(da);
  for (const form of ["24. november 2026 kl. 09.00 UTC", "95\u00A0%-KI", "8.731 Rækker i kilden"])
    expect(said).toContain(form);
  expect(said.match(/\d+,\d+ \(\d+,\d+ til \d+,\d+\)/)).not.toBeNull();
  expect(ownWords(da).match(/.{20}(\d%|\b0\.\d).{20}/)?.[0]).toBeUndefined();
});

test("no language grades", () => {
  for (const words of languages)
    expect(
      text(words).match(/\bcompliant\b|\boverhold|\bfair\b|\bretfærdig\b|no significant|ingen signifikant/i),
    ).toBeNull();
});
