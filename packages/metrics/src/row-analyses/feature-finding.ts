import type { AuditPlan, Cohort } from "@auscult/core";
import type { Finding } from "../finding.ts";
import { type Feature, type FeatureProxy, featureProxy } from "../label-choice/feature-proxy.ts";
import { groupGivenNeed } from "../label-choice/group-given-need.ts";
import { bandsOf } from "../numeric/bands.ts";
import { isUndefined } from "../result.ts";
import type { Comparison } from "./label-choice.ts";
import { limits, plainNumber } from "./numbers.ts";

const PERMUTATIONS = 999;
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
  const score: Feature = { id: "score", kind: "numeric", values: cohort.score, legitimacy: "not declared" };
  const options = { level: policy.level, permutations: { seed: policy.seed, permutations: PERMUTATIONS } };
  const proxies = [score, ...features].map((feature) => featureProxy(feature, side, need, options));
  const joint = groupGivenNeed(side, bandsOf(need, NEED_LEVELS), features);
  return {
    id: `proxy-association:${subgroup}`,
    kind: "proxy-association",
    subject: `${group} against ${reference}`,
    subgroup,
    verdict: "described",
    scope: "local",
    exploratory: false,
    numbers: [
      plainNumber(
        ["jointP", "p that the features tell the group beyond need", "p"],
        isUndefined(joint) ? joint : joint.test.p,
      ),
      plainNumber(
        ["aurocNeedOnly", "AUROC for the group of need alone (apparent)", "probability"],
        isUndefined(joint) ? joint : joint.aurocNeedOnly,
      ),
      plainNumber(
        ["aurocWithFeatures", "AUROC for the group of need and features (apparent)", "probability"],
        isUndefined(joint) ? joint : joint.aurocWithFeatures,
      ),
    ],
    tables: [
      {
        id: "features",
        caption: "How far each feature tells the group, alone and among patients with the same need",
        columns: [
          { id: "feature", label: "Feature", unit: "text" },
          { id: "legitimacy", label: "Declared as", unit: "text" },
          { id: "auroc", label: "AUROC for the group", unit: "probability" },
          { id: "low", label: "Low", unit: "probability" },
          { id: "high", label: "High", unit: "probability" },
          { id: "information", label: "Mutual information, nats", unit: "number" },
          { id: "byChance", label: "Expected by chance", unit: "number" },
          { id: "cramersV", label: "Cramér's V, corrected", unit: "number" },
          { id: "givenNeed", label: "Information given need, nats", unit: "number" },
          { id: "givenNeedByChance", label: "Expected by chance", unit: "number" },
          { id: "p", label: "p given need", unit: "p" },
        ],
        rows: proxies.map(rowOf),
      },
    ],
    charts: [],
    source: ["Bergsma (2013) J Korean Stat Soc 42:323-328", "Cover & Thomas (2006) Elements of Information Theory"],
  };
}

function rowOf({ id, legitimacy, aurocForGroup, information, cramersV, givenNeed, permutation }: FeatureProxy) {
  const auroc = isUndefined(aurocForGroup) ? undefined : aurocForGroup;
  return [
    id,
    legitimacy,
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
