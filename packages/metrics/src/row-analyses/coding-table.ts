import { EXPECTED_OUTSIDE, unitChange } from "../cohort-comparison/unit-change.ts";
import type { FindingTable } from "../finding.ts";
import { wilsonLimits } from "../inference/proportion.ts";
import type { Label, Phrase } from "../phrases.ts";
import type { Compared, ComparedFeature } from "./compared-features.ts";

/** A level is named only where at least this many rows have it: a rare one could be a person's. */
const FEWEST_NAMED = 5;

interface Sign {
  readonly feature: string;
  readonly what: Phrase;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Signs of changed units, decimal marks, ranges and codes, feature by feature; a note where there are none. */
export function codingTable(compared: Compared): { readonly tables: FindingTable[]; readonly notes: Label[] } {
  if (compared.rows === undefined) return { tables: [], notes: [] };
  const signs = compared.features.flatMap((feature) =>
    feature.declared.kind === "numeric" ? ofNumbers(feature, compared) : ofLevels(feature, compared),
  );
  if (signs.length === 0) return { tables: [], notes: [{ say: "noCodingSigns" }] };
  const units = signs.filter(({ what }) => UNIT_SIGNS.has(what.say));
  const table: FindingTable = {
    id: "coding",
    caption: { say: "codingSigns" },
    columns: [
      { id: "feature", label: { say: "feature" }, unit: "text" },
      { id: "sign", label: { say: "codingSign" }, unit: "text" },
      { id: "share", label: { say: "shareOfRowsHere" }, unit: "proportion" },
      { id: "low", label: { say: "low" }, unit: "proportion" },
      { id: "high", label: { say: "high" }, unit: "proportion" },
    ],
    rows: signs.map(({ feature, what, share, low, high }) => [feature, what, share, low, high]),
  };
  return {
    tables: [table],
    notes: units.map(({ feature, what }) => ({ say: "codingFound", with: { feature, sign: what } })),
  };
}

const UNIT_SIGNS = new Set(["allInOtherUnit", "someInOtherUnit", "allDecimals", "someDecimals"]);

function ofNumbers({ declared, here, reference }: ComparedFeature, compared: Compared): Sign[] {
  if (reference === undefined) return [];
  const known = reference.filter((v) => !Number.isNaN(v));
  const now = here.filter((v) => !Number.isNaN(v));
  if (known.length === 0 || now.length === 0) return [];
  const signs: Sign[] = [];
  const add = (what: Phrase, rows: number) => signs.push(sign(declared.column, what, rows, now.length, compared));
  const change = unitChange(reference, here, declared.analyte);
  if (change !== undefined) {
    const { conversion, of, rows, medianRatio } = change;
    const facts = { here: conversion.here, reference: conversion.reference, ratio: medianRatio };
    const { low } = wilsonLimits(effective(rows, now.length, compared), compared.options.level);
    if (of === "all") add({ say: conversion.decimal ? "allDecimals" : "allInOtherUnit", with: facts }, rows);
    else if (low > EXPECTED_OUTSIDE)
      add({ say: conversion.decimal ? "someDecimals" : "someInOtherUnit", with: facts }, rows);
  }
  const [least, most] = [Math.min(...bounds(known)), Math.max(...bounds(known))];
  const outside = now.reduce((n, v) => (v < least || v > most ? n + 1 : n), 0);
  if (outside > 0) add({ say: "outsideRange" }, outside);
  const [before, after] = [decimals(known), decimals(now)];
  if (before !== after) add({ say: "otherDecimals", with: { before, after } }, now.length);
  return signs;
}

function ofLevels({ declared, coded }: ComparedFeature, compared: Compared): Sign[] {
  if (coded === undefined) return [];
  const now = coded.here.filter((code) => !Number.isNaN(code));
  const rowsOf = (values: Float64Array) => {
    const counts = new Float64Array(coded.levels.length);
    for (const code of values) if (!Number.isNaN(code)) counts[code]! += 1;
    return counts;
  };
  const [there, here] = [rowsOf(coded.reference), rowsOf(coded.here)];
  const plain = (level: string): string => level.trim().toLowerCase();
  const known = new Set(coded.levels.filter((_, code) => there[code]! > 0).map(plain));
  return coded.levels.flatMap((level, code): Sign[] => {
    if (here[code]! > 0 && there[code] === 0) {
      const name = here[code]! >= FEWEST_NAMED ? level : "…";
      const what: Phrase = { say: known.has(plain(level)) ? "levelSpelled" : "levelNew", with: { level: name } };
      return [sign(declared.column, what, here[code]!, now.length, compared)];
    }
    const gone = here[code] === 0 && there[code]! >= FEWEST_NAMED;
    return gone ? [sign(declared.column, { say: "levelGone", with: { level } }, 0, now.length, compared)] : [];
  });
}

function sign(feature: string, what: Phrase, rows: number, of: number, compared: Compared): Sign {
  const { low, high } = wilsonLimits(effective(rows, of, compared), compared.options.level);
  return { feature, what, share: rows / of, low, high };
}

/** Rows scaled to the independent patients behind them. */
function effective(rows: number, of: number, { blocks, independent, cohort }: Compared) {
  const scale = blocks === undefined ? 1 : independent / cohort.rows;
  return { hits: rows * scale, rows: of * scale };
}

function bounds(values: Float64Array): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const v of values) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  return [low, high];
}

/** Decimals that nine values in ten need at most. */
function decimals(values: Float64Array): number {
  const needed = Array.from(values, (v) => (String(v).split(".")[1] ?? "").length).sort((a, b) => a - b);
  return needed[Math.floor(0.9 * (needed.length - 1))] ?? 0;
}
