import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mcNemar, type PairedTable, tangoDifference, tangRatio } from "../../src/inference/paired-proportions.ts";
import { isUndefined } from "../../src/result.ts";

type Numbers = readonly (number | "Infinity")[];
interface Case {
  readonly table: readonly [number, number, number, number];
  readonly tango: Numbers;
  readonly tang: Numbers;
  readonly mcNemar: Numbers;
}
const file = new URL("../../../../test/goldens/scripts/paired-proportions.json", import.meta.url);
const { level, cases } = JSON.parse(readFileSync(file, "utf8")) as {
  readonly level: number;
  readonly cases: readonly Case[];
};

const methods: Readonly<Record<"tango" | "tang" | "mcNemar", (table: PairedTable) => number[]>> = {
  tango: (table) => {
    const found = tangoDifference(table, level);
    return isUndefined(found) ? [] : [found.low, found.high];
  },
  tang: (table) => {
    const { low, high } = tangRatio(table, level);
    return [low, high];
  },
  mcNemar: (table) => {
    const { pExact, p } = mcNemar(table);
    return [pExact, p];
  },
};

test.each(["tango", "tang", "mcNemar"] as const)(
  "%s agrees with Python on every small table and on large ones",
  (name) => {
    const faults = cases.flatMap((golden) => {
      const [both, onlyFirst, onlySecond, neither] = golden.table;
      const got = methods[name]({ both, onlyFirst, onlySecond, neither });
      const same = golden[name].map((text, i) => {
        const expected = Number(text);
        // Ratio limits far from 1 are the root of a flat function, in either language.
        return (
          got[i] === expected || Math.abs((got[i] ?? Number.NaN) - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
        );
      });
      return same.length === got.length && same.every(Boolean)
        ? []
        : [{ table: golden.table, expected: golden[name], got }];
    });
    expect(cases.length).toBeGreaterThan(90);
    expect(faults).toEqual([]);
  },
);
