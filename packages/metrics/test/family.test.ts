import { expect, test } from "vitest";
import { adjustP, type Contrast, compare, dunnettP, metrics } from "../src/index.ts";
import { checkPlan, makeCohort, type PlanInput, subgroupsOf, tableFromRows, tallyCohort } from "@auscult/core";
import { patients, plan } from "./subgroup-analyses/audited.ts";

function contrastsOf(multiplicity: "holm" | "dunnett" | "none", input: PlanInput = plan) {
  const checked = checkPlan(input);
  const tally = tallyCohort(makeCohort(checked, tableFromRows(patients(1500))));
  return compare(tally, subgroupsOf(checked, tally), {
    level: 0.95,
    thresholds: [0.15],
    minimumEvents: 10,
    assumeIndependentRows: false,
    metrics: metrics.filter(({ id }) => ["auroc", "sensitivity", "observedExpectedRatio"].includes(id)),
    margins: { auroc: { difference: 0.05 }, observedExpectedRatio: { ratio: [0.8, 1.25] } },
    family: { metric: "auroc", per: "attribute", multiplicity },
  });
}

const ofAge = (contrasts: readonly Contrast[]) =>
  contrasts.filter((c) => c.metric === "auroc" && /^age=\w+$/.test(c.subgroup));

test("Dunnett over the contrasts with one reference, from the standard errors; never below the raw p", () => {
  const { contrasts, measured } = contrastsOf("dunnett");
  const age = ofAge(contrasts);
  const of = (id: string) => measured.get(id)!.find(({ metric }) => metric.id === "auroc")!.estimate;
  const reference = of("age=middle");
  const variances = {
    subgroups: age.map(({ subgroup }) => of(subgroup).standardError! ** 2),
    reference: reference.standardError! ** 2,
  };
  for (const [i, c] of age.entries()) {
    const z = (of(c.subgroup).value! - reference.value!) / Math.sqrt(variances.subgroups[i] + variances.reference);
    expect(c.pAdjusted).toBeCloseTo(Math.max(dunnettP(z, variances) as number, c.p!), 12);
    expect(c.pAdjusted).toBeLessThanOrEqual(2 * c.p! + 1e-12);
  }
});

test("Holm where there is no one reference, and by default", () => {
  const sex = (multiplicity: "holm" | "dunnett") =>
    contrastsOf(multiplicity).contrasts.filter((c) => c.metric === "auroc" && c.subgroup.startsWith("sex="));
  expect(sex("dunnett").map((c) => c.pAdjusted)).toEqual(sex("holm").map((c) => c.pAdjusted));
  expect(contrastsOf("none").contrasts.every((c) => c.pAdjusted === undefined || c.pAdjusted === c.p)).toBe(true);
});

test("contrasts outside the family are a screen with false discovery rates, and inside it have none", () => {
  const { contrasts } = contrastsOf("holm");
  const outside = contrasts.filter((c) => !c.inFamily && c.p !== null);
  expect(outside.map((c) => c.falseDiscoveryRate)).toEqual(
    adjustP(
      outside.map((c) => c.p!),
      "bh",
    ),
  );
  expect(contrasts.filter((c) => c.inFamily).every((c) => c.falseDiscoveryRate === undefined)).toBe(true);
});

test("rows needed are said of what is inconclusive only, and are more than there are", () => {
  const { contrasts, measured } = contrastsOf("holm");
  const open = contrasts.filter((c) => c.verdict === "inconclusive");
  expect(open.length).toBeGreaterThan(0);
  for (const c of contrasts) expect(c.rowsNeeded !== undefined).toBe(c.verdict === "inconclusive");
  for (const c of open) {
    const { n } = measured.get(c.subgroup)!.find(({ metric }) => metric.id === c.metric)!.estimate;
    expect(c.rowsNeeded).toBeGreaterThan(n);
  }
});

test("the smallest detectable gap of an AUROC is planned from sizes, not from the error observed", () => {
  const { contrasts, measured } = contrastsOf("holm");
  const [c] = ofAge(contrasts);
  const size = (id: string) => measured.get(id)!.find(({ metric }) => metric.id === "auroc")!.estimate;
  const planned = size(c.against.subgroup).value!;
  const variance = ({ n, events }: { n: number; events: number }) => {
    const [q1, q2] = [planned / (2 - planned), (2 * planned ** 2) / (1 + planned)];
    const others = n - events;
    const sum = planned * (1 - planned) + (events - 1) * (q1 - planned ** 2) + (others - 1) * (q2 - planned ** 2);
    return sum / (events * others);
  };
  const error = Math.sqrt(variance(size(c.subgroup)) + variance(size(c.against.subgroup)));
  expect(c.smallestDetectableGap).toBeCloseTo((1.959963984540054 + 0.8416212335729143) * error, 10);
});

test("Dunnett without a declared reference is a mistake in the plan", () => {
  expect(() => checkPlan({ ...plan, policy: { multiplicity: "dunnett" } })).toThrow(/reference/);
});
