import type { ClaimPhrases } from "./phrases/claims.ts";
import type { FindingUnit } from "./finding.ts";
import type { CohortComparisonPhrases } from "./phrases/cohort-comparison.ts";
import type { UpdatingPhrases } from "./phrases/updating.ts";
import type { SitesPhrases } from "./phrases/sites.ts";
import type { CommonPhrases } from "./phrases/common.ts";
import type { LabelChoicePhrases } from "./phrases/label-choice.ts";
import type { ModelPhrases } from "./phrases/model.ts";
import type { ProbePhrases } from "./phrases/probe.ts";
import type { ReadersPhrases } from "./phrases/readers.ts";
import type { ModelChangePhrases } from "./phrases/model-change.ts";
import type { StudySizePhrases } from "./phrases/study-size.ts";
import type { SubgroupPhrases } from "./phrases/subgroups.ts";
import type { TreatmentMaskingPhrases } from "./phrases/treatment-masking.ts";
import type { MonitoringPhrases } from "./phrases/monitoring.ts";

/**
 * Everything that an analysis says, by its key, with the facts that each speaks of (null: of none). The words are the report's, in every
 * language: a new phrase is a line here and, in each catalogue, its sentence.
 */
// biome-ignore format: one a line, so that two analyses can be added at once
interface Phrases extends
  SitesPhrases,
  UpdatingPhrases,
  ClaimPhrases,
  CohortComparisonPhrases,
  CommonPhrases,
  LabelChoicePhrases,
  ModelPhrases,
  ProbePhrases,
  MonitoringPhrases,
  ModelChangePhrases,
  ReadersPhrases,
  StudySizePhrases,
  SubgroupPhrases,
  TreatmentMaskingPhrases {}

/** A metric or a subgroup, which every language names itself. */
export type Named = { readonly metric: string; readonly threshold?: number } | { readonly subgroup: string };

/** A finished number with its unit, and its interval where it has one: written as any number of the report. */
export interface Quantity {
  readonly value: number;
  readonly unit: FindingUnit;
  readonly low?: number;
  readonly high?: number;
}

/** What a phrase speaks of: the plan's own words, a number, a quantity, a metric or a subgroup, or another phrase. */
export type Fact = string | number | Quantity | Named | Phrase;

/** A phrase with its facts. */
export type Phrase = {
  [K in keyof Phrases]: Phrases[K] extends null ? { readonly say: K } : { readonly say: K; readonly with: Phrases[K] };
}[keyof Phrases];

/** A phrase, a metric or a subgroup, or the plan's own words, which no language changes: a column, a label, a level. */
export type Label = string | Named | Phrase;

/** The words for every phrase; facts come already worded and formatted. */
export type PhraseBook = {
  readonly [K in keyof Phrases]: Phrases[K] extends null
    ? () => string
    : (facts: { readonly [F in keyof Phrases[K]]: string }) => string;
};
