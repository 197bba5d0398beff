import { computed, type Criterion, type Facts, type Finders, missing } from "./found.ts";

type Family = Facts["metrics"][number]["family"];

function familyOf(report: Facts, metric: string): Family | undefined {
  return report.metrics.find((m) => m.id === metric)?.family;
}

/** Estimates of a family, for everybody or for subgroups. */
function estimated(
  report: Facts,
  family: Family,
  whom: "overall" | "subgroups",
  found: Parameters<typeof computed>[1],
) {
  const own = report.estimates.filter(
    (e) => (e.subgroup === "overall") === (whom === "overall") && familyOf(report, e.metric) === family,
  );
  if (own.length > 0 && own.every((e) => e.status === "undefined")) return missing("not-estimable");
  return computed(own.length > 0, found);
}

/** What the plan's margin says of its family of comparisons: read from intervals, multiplicity included. */
function criterion(report: Facts): Criterion | undefined {
  const judged = report.contrasts.filter((c) => c.inFamily && c.margin !== null);
  if (judged.length === 0) return undefined;
  if (judged.some((c) => c.summary === "gap-shown")) return "not-met";
  return judged.every((c) => c.summary === "equivalent") ? "met" : "inconclusive";
}

function bySubgroup(report: Facts, family: Family, ...sections: Parameters<typeof computed>[1][]) {
  const found = estimated(report, family, "subgroups", sections[0]!);
  const judged = familyOf(report, report.family.metric) === family ? criterion(report) : undefined;
  return found.state === "missing" || judged === undefined ? found : { ...found, criterion: judged };
}

/** Performance for everybody and by subgroup. */
export const performance: Finders = {
  "overall.discrimination": (report) => estimated(report, "discrimination", "overall", "overall"),
  "overall.calibration": (report) => estimated(report, "calibration", "overall", "overall"),
  "overall.classification": (report) => estimated(report, "threshold", "overall", "thresholds"),
  "subgroup.discrimination": (report) => bySubgroup(report, "discrimination", "subgroups"),
  "subgroup.calibration": (report) => bySubgroup(report, "calibration", "calibration"),
  "subgroup.classification": (report) => bySubgroup(report, "threshold", "subgroups"),
  "subgroup.intersectional": ({ attributes }) =>
    computed(
      attributes.some((a) => a.crosses !== undefined),
      "subgroups",
    ),
  "subgroup.multiplicity": ({ contrasts }) => computed(contrasts.length > 0, "asked", "methods"),
  "uncertainty.intervals": ({ estimates }) =>
    computed(
      estimates.some((e) => e.interval !== null),
      "methods",
    ),
  samplesize: ({ contrasts }) =>
    computed(
      contrasts.some((c) => c.smallestDetectableGap !== null),
      "subgroups",
    ),
  "ifu.performance-statement": ({ study }) => computed(study.thresholds.length > 0, "thresholds"),
  "threshold.utility": ({ curves }) =>
    computed(
      curves.some((c) => c.curve === "decisionCurve" && c.status === "drawn"),
      "utility",
    ),
  "threshold.workload": ({ estimates }) =>
    computed(
      estimates.some((e) => e.metric === "selectionRate" && e.status === "estimated"),
      "thresholds",
    ),
};
