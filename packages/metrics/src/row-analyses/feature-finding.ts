import type { AuditPlan, Cohort } from "@auscult/core";
import type { Finding } from "../finding.ts";
import { type Feature, type FeatureProxy, featureProxy, type Legitimacy } from "../label-choice/feature-proxy.ts";
import { groupGivenNeed } from "../label-choice/group-given-need.ts";
import { bandsOf } from "../numeric/bands.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import type { Comparison } from "./label-choice.ts";
import { limits, plainNumber } from "./numbers.ts";

const PERMUTATIONS = 999;
/** The score's id among the features; no column can have it, for columns are named. */
const SCORE = "";
const LEGITIMACY: Readonly<Record<Legitimacy, Label>> = {
  "physiology or need": { say: "physiologyOrNeed" },
  "access to care": { say: "accessToCare" },
  identity: { say: "identity" },
  "not declared": { say: "notDeclared" },
};
/** Levels of need as a factor in the joint test. */
const NEED_LEVELS = 10;

/** Whether declared features, and the score, stand in for the group beyond what need explains. */
export function featureFinding(
  cohort: Cohort,
  plan: AuditPlan,
  { subgroup, group, reference, side }: Comparison,
): Finding | undefined {
  const { labelChoice, policy } = plan;
  if (labelChoice === undefined || labelChoice.features.length === 0) return undefined;
  const need = cohort.labels.get(labelChoice.needs[0]!.label)!;
  const features = labelChoice.features.map(({ column, kind, legitimacy }): Feature => {
    const values =
      kind === "numeric" ? cohort.columns.numeric.get(column) : cohort.columns.categorical.get(column)?.codes;
    if (values === undefined) throw new RangeError(`the cohort was read without column "${column}"`);
    return { id: column, kind, values, legitimacy };
  });
  const score: Feature = { id: SCORE, kind: "numeric", values: cohort.score, legitimacy: "not declared" };
  const options = { level: policy.level, permutations: { seed: policy.seed, permutations: PERMUTATIONS } };
  const proxies = [score, ...features].map((feature) => featureProxy(feature, side, need, options));
  const joint = groupGivenNeed(side, bandsOf(need, NEED_LEVELS), features);
  return {
    id: `proxy-association:${subgroup}`,
    kind: "proxy-association",
    subject: { say: "groupAgainst", with: { group, reference } },
    subgroup,
    verdict: "described",
    scope: "local",
    exploratory: false,
    notes: [{ say: "declarationDecides" }, { say: "blindIsNotFair" }, { say: "notCounterfactual" }],
    numbers: [
      plainNumber(["jointP", { say: "featuresTellGroup" }, "p"], isUndefined(joint) ? joint : joint.test.p),
      plainNumber(
        ["aurocNeedOnly", { say: "aurocOfNeed" }, "probability"],
        isUndefined(joint) ? joint : joint.aurocNeedOnly,
      ),
      plainNumber(
        ["aurocWithFeatures", { say: "aurocOfNeedAndFeatures" }, "probability"],
        isUndefined(joint) ? joint : joint.aurocWithFeatures,
      ),
    ],
    tables: [
      {
        id: "features",
        caption: { say: "featuresAndGroup" },
        columns: [
          { id: "feature", label: { say: "feature" }, unit: "text" },
          { id: "legitimacy", label: { say: "declaredAs" }, unit: "text" },
          { id: "auroc", label: { say: "aurocForGroup" }, unit: "probability" },
          { id: "low", label: { say: "low" }, unit: "probability" },
          { id: "high", label: { say: "high" }, unit: "probability" },
          { id: "information", label: { say: "mutualInformation" }, unit: "number" },
          { id: "byChance", label: { say: "byChance" }, unit: "number" },
          { id: "cramersV", label: { say: "cramersV" }, unit: "number" },
          { id: "givenNeed", label: { say: "informationGivenNeed" }, unit: "number" },
          { id: "givenNeedByChance", label: { say: "byChance" }, unit: "number" },
          { id: "p", label: { say: "pGivenNeed" }, unit: "p" },
        ],
        rows: proxies.map(rowOf),
      },
    ],
    charts: [
      {
        id: "features",
        title: { say: "featuresAndGroup" },
        table: "features",
        mark: "intervals",
        x: "feature",
        y: "auroc",
        low: "low",
        high: "high",
        facet: "legitimacy",
        rules: [{ axis: "y", at: 0.5, kind: "ideal", label: { say: "byChance" } }],
      },
    ],
    source: ["Bergsma (2013) J Korean Stat Soc 42:323-328", "Cover & Thomas (2006) Elements of Information Theory"],
  };
}

function rowOf({ id, legitimacy, aurocForGroup, information, cramersV, givenNeed, permutation }: FeatureProxy) {
  const auroc = isUndefined(aurocForGroup) ? undefined : aurocForGroup;
  return [
    id === SCORE ? ({ say: "byTheScore" } as const) : id,
    LEGITIMACY[legitimacy],
    auroc?.value ?? null,
    ...limits(auroc?.interval),
    isUndefined(information) ? null : information.nats,
    isUndefined(information) ? null : information.nullExpectation,
    isUndefined(cramersV) ? null : cramersV.corrected,
    isUndefined(givenNeed) ? null : givenNeed.nats,
    isUndefined(givenNeed) ? null : givenNeed.nullExpectation,
    permutation?.p ?? (isUndefined(givenNeed) ? null : givenNeed.test.p),
  ];
}
