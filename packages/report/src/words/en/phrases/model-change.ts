import type { PhraseBook } from "@auscult/metrics";

export const modelChange = {
  versionAgainst: ({ version }) => `Version ${version}`,
  versionAgainstOld: ({ version, old }) => `Version ${version} against version ${old}, on the same patients`,
  changeDescribed: ({ description }) => `What was changed: ${description}`,
  criteriaTogether: () =>
    "The criteria are met only where each is, each at the full level of confidence. Not shown is not the same as worse, and it is not met.",
  changeClustered: () =>
    "Patients have several rows: errors are clustered by patient, and the paired tests that assume independent rows are not used.",
  fixedScores: () =>
    "Both versions are taken as they are. If the new one was made or chosen with these patients, it looks better than it is.",
  metricNewLessOld: ({ metric }) => `${metric}: new version less old`,
  ppvNewOverOld: ({ threshold }) => `PPV at ${threshold}: new version over old`,
  leftOutWithoutOutcome: () => "Left out: without an outcome",
  leftOutWithoutOld: () => "Left out: without the old version's score",
  leftOutWithoutNew: () => "Left out: without the new version's score",
  noChange: () => "no change",
  acceptanceCriteria: () => "Acceptance criteria, declared beforehand",
  criterion: () => "Criterion",
  oldVersion: () => "Old version",
  newVersion: () => "New version",
  changeValue: () => "Change",
  acceptedLoss: () => "Accepted loss",
  judgedAs: () => "Judged",
  why: () => "Why",
  criterionMet: () => "met",
  criterionNotShown: () => "not shown",
  criterionNotMet: () => "not met",
  criterionNotEstimable: () => "not estimable",
  reclassifiedAt: ({ threshold }) => `Patients flagged at ${threshold} by which version`,
  byOutcome: () => "Patients",
  flaggedByBoth: () => "By both",
  flaggedByNewOnly: () => "By the new only",
  flaggedByOldOnly: () => "By the old only",
  flaggedByNeither: () => "By neither",
  withTheOutcome: () => "with the outcome",
  withoutTheOutcome: () => "without the outcome",
} satisfies Partial<PhraseBook>;
