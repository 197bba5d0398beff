import { computed, type Criterion, type Facts, type Finders } from "./found.ts";

type Kind = Facts["findings"][number]["kind"];

const has = (report: Facts, ...kinds: Kind[]): boolean => report.findings.some((f) => kinds.includes(f.kind));

/** What a claim's verdict says of the criterion that the plan declares with it. */
const CLAIM: Readonly<Record<string, Criterion>> = {
  claim_met: "met",
  claim_not_met: "not-met",
  claim_not_shown: "inconclusive",
};

function claims({ findings }: Facts): Criterion | undefined {
  const judged = findings.filter((f) => f.kind === "claim").flatMap((f) => CLAIM[f.verdict] ?? []);
  if (judged.length === 0) return undefined;
  return judged.find((c) => c === "not-met") ?? judged.find((c) => c === "inconclusive") ?? "met";
}

/** Pitfalls, local validation and drift: there where the analysis was done. */
export const analyses: Finders = {
  "proxy.label-choice": (report) => computed(has(report, "label-choice"), "pitfalls"),
  "proxy.treatment-masking": (report) => computed(has(report, "treatment-masking"), "pitfalls"),
  "proxy.feature-association": (report) => computed(has(report, "proxy-association"), "pitfalls"),
  "local.validation": (report) => {
    const found = computed(has(report, "claim"), "local-validation");
    const judged = claims(report);
    return found.state === "missing" || judged === undefined ? found : { ...found, criterion: judged };
  },
  "cluster.heterogeneity": (report) => computed(has(report, "sites"), "local-validation"),
  "drift.covariate": (report) => computed(has(report, "drift"), "local-validation"),
  "drift.performance": (report) => computed(has(report, "monitoring"), "local-validation"),
  "drift.calibration": (report) => computed(has(report, "monitoring"), "local-validation"),
  "drift.subgroup": (report) =>
    computed(
      report.findings.some((f) => ["drift", "monitoring"].includes(f.kind) && f.subgroup !== undefined),
      "local-validation",
    ),
};
