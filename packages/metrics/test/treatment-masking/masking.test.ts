import { describe, expect, test } from "vitest";
import {
  analyseFactor,
  counterfactualPerformance,
  type FactorInput,
  isUndefined,
  type MaskingColumns,
  marginalContrasts,
  modelContrast,
  randomStream,
  riskContrast,
  standardisedRisk,
  untreatedRisk,
  untreatedWeights,
} from "../../src/index.ts";
import { expit } from "../../src/numeric/logit.ts";
import { defined } from "../defined.ts";

const LEVEL = 0.95;

interface World {
  readonly factorEffect: number;
  readonly treatmentEffect: number;
  /** Log odds by which the factor brings treatment. */
  readonly pathway: number;
  readonly n: number;
  readonly seed?: number;
}

/** Patients with one covariate, a factor, a treatment decided on both, and a model that does not see the treatment. */
function simulate({ factorEffect, treatmentEffect, pathway, n, seed = 1 }: World): FactorInput {
  const rows = Array.from({ length: n }, (_, i) => {
    const draw = randomStream(seed, i, 97);
    const severity = draw.uniform() + draw.uniform() + draw.uniform() - 1.5;
    const factor = draw.uniform() < 0.25 ? 1 : 0;
    const treatment = draw.uniform() < expit(-2 + 0.8 * severity + pathway * factor) ? 1 : 0;
    const risk = (f: number, t: number) => expit(-1.5 + 1.5 * severity + factorEffect * f + treatmentEffect * t);
    const learned = (f: number) => {
      const e = expit(-2 + 0.8 * severity + pathway * f);
      return (1 - e) * risk(f, 0) + e * risk(f, 1);
    };
    const outcome = draw.uniform() < risk(factor, treatment) ? 1 : 0;
    return { severity, factor, treatment, outcome, score: learned(factor), present: learned(1), absent: learned(0) };
  });
  const column = (pick: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, pick);
  return {
    outcome: column((r) => r.outcome),
    factor: column((r) => r.factor),
    treatment: column((r) => r.treatment),
    covariates: [column((r) => r.severity)],
    score: column((r) => r.score),
    scoreKind: "probability",
    counterfactual: { ifPresent: column((r) => r.present), ifAbsent: column((r) => r.absent) },
  };
}

const masked = simulate({ factorEffect: 0.8, treatmentEffect: -2.5, pathway: 2.2, n: 6000 });
const options = { direction: 1, level: LEVEL, thresholds: [0.2] } as const;

describe("one risk factor", () => {
  test("hidden by treatment: supported, the model right under usual care and too low without", () => {
    const found = analyseFactor(masked, options);
    expect(found.verdict).toBe("treatment_masking_supported");
    expect(found.maskingP).toBeLessThan(0.05);
    const { factual, untreated } = defined(found.performance);
    const usual = defined(factual.observedExpectedWith).interval!;
    expect([usual.low < 1, usual.high > 1]).toEqual([true, true]);
    expect(defined(untreated.observedExpectedWith).interval!.low).toBeGreaterThan(1.3);
    expect(defined(found.reclassified[0].patients).deescalated).toBeGreaterThan(0);
  });

  test("truly protective, and declared so: no conflict; declared harmful: the conflict is no treatment's", () => {
    const world = simulate({ factorEffect: -0.8, treatmentEffect: -2.5, pathway: 0, n: 6000 });
    expect(analyseFactor(world, { ...options, direction: -1 }).verdict).toBe("no_conflict");
    expect(analyseFactor(world, options).verdict).toBe("conflict_persists_after_adjustment");
  });

  test("without effect and without a pathway: the direction is not established", () => {
    const world = simulate({ factorEffect: 0, treatmentEffect: -2.5, pathway: 0, n: 3000 });
    const { counterfactual: _, ...scoresOnly } = world;
    expect(analyseFactor(scoresOnly, options).verdict).toBe("direction_not_established");
  });

  test("everybody with it treated: the data cannot say", () => {
    const treatment = Float64Array.from(masked.treatment!, (t, i) => (masked.factor[i] === 1 ? 1 : t));
    const found = analyseFactor({ ...masked, treatment }, options);
    expect(found.verdict).toBe("conflict_not_assessable");
    expect(found.untreated).toMatchObject({ reason: "NON_POSITIVITY" });
    expect(found.adjusted.untreated).toMatchObject({ reason: "NON_POSITIVITY" });
    expect(found.maskingP).toBeNull();
  });

  test("hardly anybody with it untreated: not assessable, though numbers can be made", () => {
    let left = 12;
    const treatment = Float64Array.from(masked.treatment!, (t, i) => (masked.factor[i] === 1 && left-- <= 0 ? 1 : t));
    const found = analyseFactor({ ...masked, treatment }, options);
    expect(found.verdict).toBe("conflict_not_assessable");
    expect(isUndefined(found.untreated) || !found.untreated.assessable).toBe(true);
  });

  test("too few events leave it at suspected", () => {
    const small = simulate({ factorEffect: 0.4, treatmentEffect: -2.5, pathway: 1.5, n: 400, seed: 5 });
    expect(analyseFactor(small, options).verdict).toBe("treatment_masking_suspected");
  });

  test("without a treatment column, and without anybody who has the factor, it is said", () => {
    const { treatment: _, ...untold } = masked;
    expect(analyseFactor(untold, options).verdict).toBe("conflict_not_assessable");
    const nobody = analyseFactor({ ...masked, factor: new Float64Array(masked.factor.length) }, options);
    expect(nobody.marginal.outcome).toMatchObject({ reason: "EMPTY_GROUP" });
    const { counterfactual: _none, ...scoresOnly } = masked;
    expect(analyseFactor({ ...scoresOnly, factor: new Float64Array(6000) }, options).verdict).toBe("not_estimable");
  });

  test("a factor without a declared direction gets no verdict", () => {
    expect(analyseFactor(masked, { level: LEVEL, thresholds: [] }).verdict).toBeUndefined();
  });
});

describe("the risk had nobody been treated", () => {
  const noCovariates: MaskingColumns = { ...masked, covariates: [] };

  test("with nothing to adjust for is the risk among the untreated, with its binomial error", () => {
    const { with: present } = untreatedRisk(defined(untreatedWeights(noCovariates)), LEVEL);
    const rows = [...(masked.outcome as Float64Array)].filter(
      (_, i) => masked.factor[i] === 1 && masked.treatment![i] === 0,
    );
    const share = rows.reduce((a, b) => a + b, 0) / rows.length;
    expect(present.risk).toBeCloseTo(share, 10);
    expect(present.standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / rows.length), 10);
    expect(present.positivity.effectiveRows).toBeCloseTo(rows.length, 6);
  });

  test("a weight of two, or a row twice in its cluster, is worth what it is", () => {
    const n = masked.factor.length;
    const plain = untreatedRisk(defined(untreatedWeights(masked)), LEVEL);
    const twice = (of: ArrayLike<number>) => Float64Array.from({ length: 2 * n }, (_, i) => of[i % n]);
    const copied = untreatedRisk(
      defined(
        untreatedWeights({
          outcome: twice(masked.outcome),
          factor: twice(masked.factor),
          treatment: twice(masked.treatment!),
          covariates: masked.covariates.map(twice),
          cluster: Float64Array.from({ length: 2 * n }, (_, i) => i % n),
        }),
      ),
      LEVEL,
    );
    expect(copied.difference.value).toBeCloseTo(plain.difference.value, 8);
    expect(copied.difference.standardError! / plain.difference.standardError!).toBeCloseTo(1, 3);
    const weighted = untreatedRisk(
      defined(untreatedWeights({ ...masked, weight: new Float64Array(n).fill(2) })),
      LEVEL,
    );
    expect(weighted.with.risk).toBeCloseTo(plain.with.risk, 10);
    expect(weighted.difference.standardError! / plain.difference.standardError!).toBeCloseTo(1, 6);
  });

  test("the stacked error is what the estimate varies by from sample to sample", () => {
    const differences: number[] = [];
    let error = 0;
    const samples = 80;
    for (let seed = 10; seed < 10 + samples; seed++) {
      const world = simulate({ factorEffect: 0.5, treatmentEffect: -1.5, pathway: 1, n: 700, seed });
      const risk = untreatedRisk(defined(untreatedWeights(world)), LEVEL);
      differences.push(risk.difference.value);
      error += risk.difference.standardError! / samples;
    }
    const mean = differences.reduce((a, b) => a + b, 0) / samples;
    const spread = Math.sqrt(differences.reduce((total, d) => total + (d - mean) ** 2, 0) / (samples - 1));
    expect(error / spread).toBeGreaterThan(0.8);
    expect(error / spread).toBeLessThan(1.25);
  });

  test("nobody treated, no treatment known, no rows", () => {
    const n = masked.factor.length;
    expect(untreatedWeights({ ...masked, treatment: new Float64Array(n) })).toMatchObject({ reason: "TOO_FEW_EVENTS" });
    const unknown = new Float64Array(n).fill(Number.NaN);
    expect(untreatedWeights({ ...masked, treatment: unknown })).toMatchObject({ reason: "NO_ROWS" });
    expect(untreatedWeights({ ...masked, outcome: unknown })).toMatchObject({ reason: "NO_ROWS" });
  });

  test("performance needs probabilities", () => {
    const weights = defined(untreatedWeights(masked));
    expect(
      counterfactualPerformance(
        weights,
        masked.score.map((p) => 100 * p),
        LEVEL,
      ),
    ).toMatchObject({
      reason: "NOT_A_PROBABILITY",
    });
  });
});

describe("standardisation", () => {
  test("with nothing to adjust for is the crude difference with its unpooled error", () => {
    const found = defined(standardisedRisk({ ...masked, covariates: [] }, { level: LEVEL }));
    const crude = defined(marginalContrasts(masked, LEVEL).outcome);
    expect(found.difference.value).toBeCloseTo(crude.difference.value, 10);
    const variance = (p: number, n: number) => (p * (1 - p)) / n;
    const error = Math.sqrt(
      variance(crude.risk.with, crude.rows.with) + variance(crude.risk.without, crude.rows.without),
    );
    expect(found.difference.standardError).toBeCloseTo(error, 8);
    expect(found.pHarmful! + found.pProtective!).toBeCloseTo(1, 12);
  });

  test("covariates that never vary are passed over, missing ones leave their rows out and are counted", () => {
    const n = masked.factor.length;
    const constant = new Float64Array(n).fill(7);
    const holed = masked.covariates[0].map((v, i) => (i < 10 ? Number.NaN : v));
    const plain = defined(standardisedRisk(masked, { level: LEVEL }));
    const same = defined(
      standardisedRisk({ ...masked, covariates: [...masked.covariates, constant] }, { level: LEVEL }),
    );
    expect(same.difference.value).toBeCloseTo(plain.difference.value, 12);
    expect(defined(standardisedRisk({ ...masked, covariates: [holed] }, { level: LEVEL })).leftOut).toBe(10);
    expect(
      standardisedRisk({ ...masked, covariates: [masked.covariates[0], masked.covariates[0]] }, { level: LEVEL }),
    ).toMatchObject({ reason: "NON_CONVERGENCE" });
  });

  test("an outcome that the factor names is separated, and has no adjusted effect", () => {
    const outcome = Float64Array.from(masked.factor);
    expect(standardisedRisk({ ...masked, outcome }, { level: LEVEL })).toMatchObject({ reason: "SEPARATION" });
  });
});

describe("the model's effect", () => {
  test("toggled on the same patients, read among patients alike, or confounded", () => {
    const toggled = defined(modelContrast(masked, masked.score, masked.counterfactual, LEVEL));
    expect(toggled.kind).toBe("counterfactual");
    expect(toggled.effect.interval!.high).toBeLessThan(0);
    const alike = defined(modelContrast(masked, masked.score, undefined, LEVEL, "log-odds"));
    expect(alike.kind).toBe("adjusted score");
    expect(alike.effect.value).toBeCloseTo(toggled.logOdds!.value, 1);
    expect(defined(modelContrast(masked, masked.score, undefined, LEVEL)).kind).toBe("score difference");
  });

  test("that moves everybody alike is certain: no interval, and a verdict all the same", () => {
    const counterfactual = { ifPresent: new Float64Array(6000).fill(1), ifAbsent: new Float64Array(6000).fill(3) };
    const moved = defined(modelContrast(masked, masked.score, counterfactual, LEVEL));
    expect(moved.effect).toMatchObject({ value: -2, standardError: 0, interval: null });
    expect(analyseFactor({ ...masked, scoreKind: "ordinal", counterfactual }, options).verdict).toBe(
      "treatment_masking_supported",
    );
  });
});

describe("two proportions", () => {
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 20, 0.6791, 1],
  ])("%d/%d and %d/%d: Newcombe (1998) table II, method 10", (a, m, b, n, low, high) => {
    const { interval } = defined(riskContrast({ events: a, rows: m }, { events: b, rows: n }, LEVEL)).difference;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test("without events there is no ratio, with events on one side alone it is infinite; no rows is said", () => {
    expect(defined(riskContrast({ events: 0, rows: 5 }, { events: 0, rows: 9 }, LEVEL)).ratio).toBeNull();
    const one = defined(riskContrast({ events: 3, rows: 5 }, { events: 0, rows: 9 }, LEVEL)).ratio!;
    expect([one.value, one.interval.high]).toEqual([Infinity, Infinity]);
    expect(one.interval.low).toBeGreaterThan(1);
    expect(riskContrast({ events: 0, rows: 0 }, { events: 0, rows: 9 }, LEVEL)).toMatchObject({
      reason: "EMPTY_GROUP",
    });
  });
});
