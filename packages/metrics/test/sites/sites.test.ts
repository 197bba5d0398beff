import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { auroc, countScores, isUndefined, type Measured, type Undefined } from "../../src/index.ts";
import { evaluate } from "../../src/evaluate.ts";
import { placeable, type PoolingScale, randomEffects } from "../../src/sites/random-effects.ts";
import { withinSiteAuroc } from "../../src/sites/within-site.ts";

const known = <T extends object>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

interface Case {
  readonly scale: PoolingScale;
  readonly values: readonly number[];
  readonly errors: readonly number[];
  readonly tauSquared: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly predictionLow?: number;
  readonly predictionHigh?: number;
}
const file = new URL("../../../../test/goldens/scripts/random-effects.json", import.meta.url);
const { level, cases } = JSON.parse(readFileSync(file, "utf8")) as {
  readonly level: number;
  readonly cases: readonly Case[];
};

describe("random effects against Python", () => {
  test.each(cases.map((of, i) => [`${i}: ${of.scale}, ${of.values.length} sites`, of] as const))("%s", (_, of) => {
    const found = known(
      randomEffects(
        of.values.map((value, i) => ({ value, standardError: of.errors[i] })),
        of.scale,
        level,
      ),
    );
    // The oracle's search for the variance stops at about 1e-7 of it.
    expect(found.heterogeneity.restrictedMaximumLikelihood.tauSquared).toBeCloseTo(of.tauSquared, 5);
    expect(found.mean.value).toBeCloseTo(of.mean, 6);
    expect(found.mean.interval.low).toBeCloseTo(of.low, 5);
    expect(found.mean.interval.high).toBeCloseTo(of.high, 5);
    expect(found.prediction === null).toBe(of.predictionLow === undefined);
    expect(found.prediction?.low ?? 0).toBeCloseTo(of.predictionLow ?? 0, 4);
    expect(found.prediction?.high ?? 0).toBeCloseTo(of.predictionHigh ?? 0, 4);
  });

  test("one site has no summary, an end of the scale no place", () => {
    expect(randomEffects([{ value: 0.8, standardError: 0.1 }], "logit", level)).toMatchObject({ reason: "NO_ROWS" });
    expect([placeable(1, "logit"), placeable(0, "log"), placeable(0, "identity")]).toEqual([false, false, true]);
  });
});

describe("AUROC within sites", () => {
  const site = (score: readonly number[], outcome: readonly number[]): Measured => {
    const counts = countScores(score, outcome);
    const found = evaluate(auroc, counts, { level, at: {}, scoreKind: "probability" });
    const value = isUndefined(found) ? null : found.point.value;
    const standardError = isUndefined(found) ? null : (found.point.standardError ?? null);
    const estimate = {
      metric: "auroc",
      subgroup: "s",
      status: "estimated",
      value,
      interval: null,
      standardError,
      n: score.length,
      events: 0,
      flags: [],
    } as const;
    return { metric: auroc, at: {}, counts, estimate };
  };

  test("the share of concordant pairs, of pairs of one site", () => {
    const sites: [number[], number[]][] = [
      [
        [0.1, 0.4, 0.3, 0.9, 0.5],
        [0, 0, 1, 1, 1],
      ],
      [
        [0.6, 0.2, 0.2, 0.7],
        [1, 0, 1, 0],
      ],
      [
        [0.3, 0.3],
        [0, 0],
      ],
    ];
    let [won, pairs] = [0, 0];
    for (const [score, outcome] of sites)
      for (const [i, y] of outcome.entries())
        for (const [j, z] of outcome.entries())
          if (y === 1 && z === 0) {
            pairs += 1;
            won += score[i] > score[j] ? 1 : score[i] === score[j] ? 0.5 : 0;
          }
    const found = known(
      withinSiteAuroc(
        sites.map(([s, y]) => site(s, y)),
        level,
      ),
    );
    expect(found.value).toBeCloseTo(won / pairs, 12);
    expect(withinSiteAuroc([site([0.3, 0.3], [0, 0])], level)).toMatchObject({ reason: "NO_ROWS" });
  });

  test("its interval is that of independent sites", () => {
    const many = Array.from({ length: 3 }, (_, s) =>
      site(
        Array.from({ length: 60 }, (_, i) => ((i * 37 + s * 11) % 60) / 60),
        Array.from({ length: 60 }, (_, i) => (((i * 37 + s * 11) % 60) / 60 + ((i * 17) % 10) / 12 > 0.9 ? 1 : 0)),
      ),
    );
    const found = known(withinSiteAuroc(many, level));
    const errors = many.map(({ estimate }) => estimate.standardError!);
    const width = (found.interval!.high - found.interval!.low) / 2;
    expect(width).toBeLessThan(1.96 * Math.max(...errors));
    expect(width).toBeGreaterThan((1.96 * Math.min(...errors)) / Math.sqrt(3.5));
  });
});
