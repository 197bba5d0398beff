import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Proportion, proportionLimits, type Range } from "../../src/inference/proportion.ts";
import { fisherExactP, meeDifference, miettinenNurminenDifference } from "../../src/inference/proportion-difference.ts";
import { proportionMarginTest } from "../../src/inference/proportion-margin.ts";
import { koopmanRatio, miettinenNurminenRatio } from "../../src/inference/proportion-ratio.ts";
import { isUndefined, type Undefined } from "../../src/result.ts";

type Case = Readonly<Record<string, readonly (number | "Infinity")[]>> & {
  readonly table: readonly [number, number, number, number];
};
const file = new URL("../../../../test/goldens/scripts/proportions.json", import.meta.url);
const { level, margin, cases } = JSON.parse(readFileSync(file, "utf8")) as {
  readonly level: number;
  readonly margin: number;
  readonly cases: readonly Case[];
};

function known<T extends object>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(`undefined: ${value.reason}`);
  return value;
}
const ends = (range: Range | Undefined): number[] => [known(range).low, known(range).high];
const limits = (pick: "wilson" | "wilsonContinuity" | "clopperPearson" | "midP" | "agrestiCoull" | "jeffreys") => {
  return (first: Proportion): number[] => ends(known(proportionLimits(first, level))[pick]);
};

const methods: Readonly<Record<string, (first: Proportion, second: Proportion) => readonly (number | Undefined)[]>> = {
  wilson: limits("wilson"),
  wilsonContinuity: limits("wilsonContinuity"),
  clopperPearson: limits("clopperPearson"),
  midP: limits("midP"),
  agrestiCoull: limits("agrestiCoull"),
  jeffreys: limits("jeffreys"),
  miettinenNurminen: (first, second) => ends(miettinenNurminenDifference(first, second, level)),
  mee: (first, second) => ends(meeDifference(first, second, level)),
  koopman: (first, second) => ends(koopmanRatio(first, second, level)),
  miettinenNurminenRatio: (first, second) => ends(miettinenNurminenRatio(first, second, level)),
  fisher: (first, second) => [fisherExactP(first, second)],
  marginZ: (first, second) => {
    const { zLower, zUpper } = known(proportionMarginTest(first, second, margin));
    return [zLower, zUpper];
  },
};

/** scipy's quantiles are good to 1e-13; ratio limits far from 1 are the root of a flat function, in either language. */
const tolerance = (name: string): number => (name === "koopman" || name === "miettinenNurminenRatio" ? 1e-9 : 1e-12);

test.each(Object.entries(methods))("%s agrees with Python on every small table and on large ones", (name, method) => {
  const faults = cases.flatMap((golden) => {
    const [x1, n1, x2, n2] = golden.table;
    const got = method({ hits: x1, rows: n1 }, { hits: x2, rows: n2 });
    const same = (golden[name] ?? []).map((text, i) => {
      const expected = Number(text);
      const difference = Math.abs(Number(got[i]) - expected);
      return got[i] === expected || difference <= tolerance(name) * Math.max(1, Math.abs(expected));
    });
    return same.length === got.length && same.every(Boolean)
      ? []
      : [{ table: golden.table, expected: golden[name], got }];
  });
  expect(cases.length).toBeGreaterThan(60);
  expect(faults).toEqual([]);
});
