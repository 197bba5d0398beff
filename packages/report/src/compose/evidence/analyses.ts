import type { SectionId } from "../../section.ts";
import { computed, type Criterion, type Facts, type Finders, type Found, missing } from "./found.ts";

type Reported = Facts["findings"][number];

const NOTHING: readonly Reported["verdict"][] = ["not_estimable", "not_assessable"];

/** Analyses of a kind: there, tried without a result, or not asked for. */
function done(report: Facts, of: (finding: Reported) => boolean, section: SectionId): Found {
  const own = report.findings.filter(of);
  if (own.length > 0 && own.every((f) => NOTHING.includes(f.verdict))) return missing("not-estimable");
  return computed(own.length > 0, section);
}

const kind =
  (...kinds: Reported["kind"][]) =>
  (finding: Reported): boolean =>
    kinds.includes(finding.kind);

const TARGET = "cohort-comparison:target:";

/** What a verdict says of the criterion that the plan declares with its analysis. */
const CRITERION: Readonly<Record<string, Criterion>> = {
  claim_met: "met",
  claim_not_met: "not-met",
  claim_not_met_for_some: "not-met",
  claim_not_shown: "inconclusive",
  representative: "met",
  not_representative: "not-met",
  representativeness_not_settled: "inconclusive",
  no_material_shift: "met",
  shift_shown: "not-met",
  shift_not_settled: "inconclusive",
};

/** The same, with the worst of what the verdicts say of declared criteria. */
function judged(report: Facts, of: (finding: Reported) => boolean): Found {
  const found = done(report, of, "local-validation");
  const said = report.findings.filter(of).flatMap((f) => CRITERION[f.verdict] ?? []);
  const worst = said.find((c) => c === "not-met") ?? said.find((c) => c === "inconclusive") ?? said[0];
  return found.state === "missing" || worst === undefined ? found : { ...found, criterion: worst };
}

/** Pitfalls, local validation and drift: there where the analysis was done. */
export const analyses: Finders = {
  "cohort.representativeness": (report) => judged(report, (f) => f.id.startsWith(TARGET)),
  "cohort.development-comparison": (report) =>
    judged(report, (f) => f.kind === "cohort-comparison" && !f.id.startsWith(TARGET)),
  inputquality: (report) =>
    done(report, (f) => f.kind === "model-run" || f.id === "cohort-comparison:features", "local-validation"),
  "proxy.label-choice": (report) => done(report, kind("label-choice"), "pitfalls"),
  "proxy.treatment-masking": (report) => done(report, kind("treatment-masking"), "pitfalls"),
  "proxy.feature-association": (report) => done(report, kind("proxy-association"), "pitfalls"),
  "proxy.label-measurement": (report) => done(report, kind("verification"), "data-quality"),
  "local.validation": (report) => judged(report, kind("claim")),
  "cluster.heterogeneity": (report) => done(report, kind("sites"), "local-validation"),
  "drift.covariate": (report) => done(report, kind("drift"), "local-validation"),
  "drift.performance": (report) => done(report, kind("monitoring"), "local-validation"),
  "drift.calibration": (report) => done(report, kind("monitoring"), "local-validation"),
  "drift.subgroup": (report) =>
    done(report, (f) => kind("drift", "monitoring")(f) && f.subgroup !== undefined, "local-validation"),
};
