import { PROBLEM_CODES } from "@auscult/core";
import {
  curves,
  FLAGS,
  INTERVAL_METHODS,
  metrics,
  outcomeCurves,
  outcomeMetrics,
  REASONS,
  VERDICTS,
} from "@auscult/metrics";
import { expect, test } from "vitest";
import { FINDING_VERDICTS } from "../src/audit-report/finding.ts";
import { SUMMARY_VERDICTS } from "../src/audit-report/statements.ts";
import { languages } from "../src/languages.ts";
import { sections } from "../src/sections.ts";

const FORBIDDEN = /\bcompliant\b|\boverhold|\bfair\b|\bretfærdig\b|no significant difference|ingen signifikant/i;

/** Every text of a catalogue; functions are told with stand-ins for their facts. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return texts((value as (...facts: unknown[]) => unknown)(...STAND_INS));
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(texts);
  return [];
}
const FACTS = {
  model: "m",
  rows: "5",
  unit: "patient",
  outcome: "o",
  lowest: "l",
  highest: "h",
  least: "1",
  most: "2",
};
const STAND_IN = Object.assign(["x"], FACTS, {
  split: (by: string) => ["2026-01-02", "03:04:05Z"].slice(0, by === "T" ? 2 : 1),
});
/** Whatever fact a phrase asks for. */
const ANY_FACT = new Proxy({}, { get: () => "x" });
const STAND_INS = [STAND_IN, STAND_IN, STAND_IN, STAND_IN, STAND_IN];

test.each(languages.map((w) => [w.language, w] as const))("%s has words for everything", (_, words) => {
  const complete: [readonly string[], Readonly<Record<string, unknown>>][] = [
    [REASONS, words.reason],
    [FLAGS, words.flag],
    [VERDICTS, words.verdict],
    [INTERVAL_METHODS, words.intervalMethod],
    [PROBLEM_CODES, words.problem],
    [SUMMARY_VERDICTS, words.summary],
    [SUMMARY_VERDICTS, words.summaryShort],
    [FINDING_VERDICTS, words.findingVerdict],
    [sections.map((s) => s.id), words.section],
    [[...metrics, ...outcomeMetrics].map((m) => m.id), words.metric],
    [[...curves, ...outcomeCurves].map((c) => c.id), words.curve],
  ];
  for (const [codes, has] of complete) expect(codes.filter((code) => has[code] === undefined)).toEqual([]);
});

test.each(languages.map((w) => [w.language, w] as const))("%s never grades, and is never empty", (_, words) => {
  const { sentence, phrase, ...whole } = words;
  const rest = { ...whole, date: "-", day: "-" };
  const phrases = Object.values(phrase as unknown as Record<string, (facts: object) => string>);
  const all = [...texts(rest), ...texts(sentence), ...phrases.map((tell) => tell(ANY_FACT))];
  expect(all.length).toBeGreaterThan(300);
  expect(all.filter((text) => FORBIDDEN.test(text))).toEqual([]);
  expect(texts({ ...rest, numbers: {} }).filter((text) => text.trim() === "")).toHaveLength(
    Object.values(words.differenceUnit).filter((unit) => unit === "").length,
  );
});
