import type { Fact } from "../phrases.ts";

export interface ModelChangePhrases {
  readonly versionAgainst: { readonly version: Fact };
  readonly versionAgainstOld: { readonly version: Fact; readonly old: Fact };
  readonly changeDescribed: { readonly description: Fact };
  readonly criteriaTogether: null;
  readonly changeClustered: null;
  readonly fixedScores: null;
  readonly metricNewLessOld: { readonly metric: Fact };
  readonly ppvNewOverOld: { readonly threshold: Fact };
  readonly leftOutWithoutOutcome: null;
  readonly leftOutWithoutOld: null;
  readonly leftOutWithoutNew: null;
  readonly noChange: null;
  readonly acceptanceCriteria: null;
  readonly criterion: null;
  readonly oldVersion: null;
  readonly newVersion: null;
  readonly changeValue: null;
  readonly acceptedLoss: null;
  readonly judgedAs: null;
  readonly why: null;
  readonly criterionMet: null;
  readonly criterionNotShown: null;
  readonly criterionNotMet: null;
  readonly criterionNotEstimable: null;
  readonly reclassifiedAt: { readonly threshold: Fact };
  readonly byOutcome: null;
  readonly flaggedByBoth: null;
  readonly flaggedByNewOnly: null;
  readonly flaggedByOldOnly: null;
  readonly flaggedByNeither: null;
  readonly withTheOutcome: null;
  readonly withoutTheOutcome: null;
}
