import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countRows,
  emptyTally,
  levelsOf,
  makeCohort,
  merge,
  OVERALL,
  project,
  scoreCounts,
  scoreCountsByBlock,
  scoreCountsOfEach,
  subgroup,
  subgroupsOf,
  subtract,
  type Tally,
  tallyCohort,
} from "../src/index.ts";
import { plan, type Row, rows, table } from "./support/arbitrary-rows.ts";

const tally = (of: readonly Row[]): Tally => tallyCohort(makeCohort(plan, table(of)));
const two = fc.tuple(rows(), rows()).map(([a, b]) => [a, b.map((row) => ({ ...row, id: row.id + 100 }))] as const);
const law = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(
    fc.property(arbitrary, (value) => {
      holds(value);
    }),
    { numRuns: 60 },
  );

// Weights and labels are sums of powers of two, so that equality is exact here as it is for counts.
describe("the algebra of tallies", () => {
  it("the tally of two sets of rows is the merge of their tallies", () =>
    law(two, ([a, b]) => expect(tally([...a, ...b])).toEqual(merge(tally(a), tally(b)))));

  it("does not depend on the order of rows", () => law(rows(), (a) => expect(tally(a.toReversed())).toEqual(tally(a))));

  it("merging commutes", () =>
    law(two, ([a, b]) => expect(merge(tally(a), tally(b))).toEqual(merge(tally(b), tally(a)))));

  it("merging associates", () =>
    law(fc.tuple(rows(), rows(), rows()), ([a, b, c]) => {
      const [x, y, z] = [tally(a), tally(b), tally(c)];
      expect(merge(merge(x, y), z)).toEqual(merge(x, merge(y, z)));
    }));

  it("merging has a zero", () =>
    law(rows(), (a) => {
      const zero = emptyTally(tally(a));
      expect(zero.score).toHaveLength(0);
      expect(merge(tally(a), zero)).toEqual(tally(a));
      expect(merge(zero, zero)).toEqual(zero);
    }));

  it("subtracting undoes merging", () =>
    law(two, ([a, b]) => {
      const both = merge(tally(a), tally(b));
      const seenByBoth = merge(tally(a), emptyTally(both)); // a level stays known though its last row is taken away
      expect(subtract(both, tally(b))).toEqual(seenByBoth);
      expect(subtract(tally(a), tally(a))).toEqual(emptyTally(tally(a)));
    }));

  it("subtracting what is not there is refused", () =>
    law(rows(), (a) => {
      expect(() => subtract(emptyTally(tally(a)), tally(a))).toThrow("the part has rows that the total has not");
    }));

  it("projecting commutes with merging, and twice is once", () =>
    law(two, ([a, b]) => {
      for (const kept of [[], ["age"], ["age", "sex"], ["site"]]) {
        const onto = (of: Tally) => project(of, kept);
        expect(onto(merge(tally(a), tally(b)))).toEqual(merge(onto(tally(a)), onto(tally(b))));
        expect(onto(onto(tally(a)))).toEqual(onto(tally(a)));
      }
      expect(project(tally(a), ["sex", "age", "site"])).toEqual(tally(a));
    }));

  it("tallies of different plans do not merge", () => {
    const one = tally([{ p: 0.1, y: 1, sex: "f", age: 1, site: "A", id: 1, w: 1, cost: 1 }]);
    expect(() => merge(one, project(one, ["sex"]))).toThrow("not of one plan");
  });

  it("levels that only one side has seen are united, in the order of levels", () => {
    const open = { ...plan, subgroups: [{ id: "sex", column: "sex" }], intersections: [] };
    const of = (sex: string) =>
      tallyCohort(makeCohort(open, table([{ p: 0.1, y: 1, sex, age: 1, site: sex, id: 1, w: 1, cost: 1 }])));
    const merged = merge(merge(of("x"), of("10")), of("9"));
    expect(merged.attributes[0]?.levels).toEqual(["not recorded", "9", "10", "x"]);
    expect(merged).toEqual(merge(of("9"), merge(of("10"), of("x"))));
    expect(countRows(merged, [OVERALL])[0]?.rows).toBe(3);
  });
});

describe("what comes out of a tally", () => {
  it("levels of an attribute add up to everybody, and a subgroup and the rest to everybody", () =>
    law(rows(), (a) => {
      const t = tally(a);
      const everybody = countRows(t, [OVERALL])[0];
      for (const attribute of ["sex", "age", "site"]) {
        const parts = levelsOf(t, attribute).map((level) => subgroup({ attribute, level }));
        const sums = (key: "rows" | "analysed" | "events" | "missingScore" | "missingOutcome") =>
          countRows(t, parts).reduce((sum, part) => sum + part[key], 0);
        for (const key of ["rows", "analysed", "events", "missingScore", "missingOutcome"] as const)
          expect(sums(key)).toBe(everybody?.[key]);
        for (const part of parts) {
          const [mine, rest] = countRows(t, [part, { restOf: part }]);
          expect(mine.rows + rest.rows).toBe(everybody?.rows);
        }
      }
    }));

  it("score counts are those of the rows themselves", () =>
    law(rows(), (a) => {
      const t = tally(a);
      const female = subgroup({ attribute: "sex", level: "f" });
      const counts = scoreCounts(t, female);
      const mine = a.filter(({ p, y, sex }) => sex === "f" && !Number.isNaN(p) && !Number.isNaN(y));
      const scores = [...new Set(mine.map(({ p }) => p + 0))].sort((x, y) => x - y);
      expect([...counts.score]).toEqual(scores);
      for (const [i, score] of scores.entries()) {
        const at = (outcome: number) => mine.filter(({ p, y }) => p === score && y === outcome);
        const weight = (of: readonly Row[]) => of.reduce((sum, { w }) => sum + w, 0);
        const squares = (of: readonly Row[]) => of.reduce((sum, { w }) => sum + w * w, 0);
        expect(counts.positives[i]).toBe(weight(at(1)));
        expect(counts.negatives[i]).toBe(weight(at(0)));
        expect(counts.weighted?.positiveRows[i]).toBe(at(1).length);
        expect(counts.weighted?.negativeSquares[i]).toBe(squares(at(0)));
      }
    }));

  it("all subgroups at once are each by itself", () =>
    law(rows(), (a) => {
      const t = tally(a);
      const each = subgroupsOf(plan, t);
      expect(scoreCountsOfEach(t, each)).toEqual(each.map((one) => scoreCounts(t, one)));
    }));

  it("blocks of a subgroup add up to it", () =>
    law(rows(), (a) => {
      const { total, blocks } = scoreCountsByBlock(tally(a), OVERALL)!;
      expect(blocks).toHaveLength(64);
      for (const key of ["positives", "negatives"] as const) {
        const sum = new Map<number, number>();
        for (const block of blocks)
          block.score.forEach((score, i) => sum.set(score, (sum.get(score) ?? 0) + block[key][i]));
        expect([...sum].sort(([x], [y]) => x - y)).toEqual([...total.score].map((score, i) => [score, total[key][i]]));
      }
    }));

  it("a weight of k counts as k copies do", () =>
    law(rows(), (a) => {
      const whole = a.map((row) => ({ ...row, w: Math.ceil(row.w) }));
      const copies = whole.flatMap((row) => Array.from({ length: row.w }, () => ({ ...row, w: 1 })));
      const [x, y] = [scoreCounts(tally(whole), OVERALL), scoreCounts(tally(copies), OVERALL)];
      expect([x.score, x.positives, x.negatives]).toEqual([y.score, y.positives, y.negatives]);
    }));
});
