import { isUndefined, metrics, evaluate } from "@auscult/metrics";
import { describe, expect, test } from "vitest";
import { DESIGNS } from "./designs.ts";
import { page } from "./page.ts";
import { expectedCounts } from "./population.ts";
import { type Coverage, join, monteCarloError, NOMINAL, share, study } from "./study.ts";

const SEED = 20240205;
const slice = (id: string, from: number, to: number): Coverage[] =>
  study(DESIGNS.find((d) => d.id === id)!, from, to, SEED);

describe("a fast slice of the coverage study", () => {
  test.each([
    ["balanced", 25],
    ["rare", 20],
    ["weighted", 20],
    ["clustered", 4],
  ])("%s: intervals hold the truth, one by one and together", (id, samples) => {
    const all = slice(id, 0, samples).filter((c) => c.intervals > samples / 2);
    expect(all.length).toBeGreaterThan(40);
    for (const c of all) {
      const floor = NOMINAL - 5 * monteCarloError(c.intervals);
      expect(share(c), `${c.where} ${c.metric} ${c.interval}`).toBeGreaterThan(floor);
    }
    const held = all.reduce((n, c) => n + c.intervals - c.below - c.above, 0);
    const made = all.reduce((n, c) => n + c.intervals, 0);
    // Metrics of one sample miss together, so that this is no binomial of `made`.
    expect(held / made).toBeGreaterThan(0.9);
  });
  test("any partition of the samples gives the same counts", () => {
    const order = (coverages: readonly Coverage[]): Coverage[] =>
      [...coverages].sort((a, b) =>
        JSON.stringify([a.where, a.metric, a.interval]) < JSON.stringify([b.where, b.metric, b.interval]) ? -1 : 1,
      );
    // Sums of widths differ in the last bit with the order of adding.
    const counts = (c: Coverage): Coverage => ({ ...c, width: 0 });
    const whole = slice("rare", 0, 6);
    const parts = join([slice("rare", 0, 1), slice("rare", 1, 4), slice("rare", 4, 6)]);
    expect(order(parts).map(counts)).toEqual(order(whole).map(counts));
  });
  test("the truth is that of a sample too large for chance", () => {
    const design = { ...DESIGNS.find((d) => d.id === "balanced")!, size: 60_000 };
    const [large] = [study(design, 0, 1, SEED)];
    const auroc = large.find((c) => c.metric === "auroc" && c.where === "overall");
    expect(auroc).toMatchObject({ below: 0, above: 0 });
    expect(auroc!.width).toBeLessThan(0.01);
    const found = evaluate(metrics[0]!, expectedCounts(design.groups), { level: 0.95, at: {}, scoreKind: "ordinal" });
    expect(isUndefined(found) ? Number.NaN : found.point.value).toBe(auroc!.truth);
  });
  test("the page names what undercovers", () => {
    const missed = { ...slice("balanced", 0, 1)[0]!, samples: 1000, intervals: 1000, below: 200, above: 1 };
    expect(page([missed], { samples: 1000, seed: 1 })).toContain("**0.799**");
  });
});
