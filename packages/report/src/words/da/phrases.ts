import type { PhraseBook } from "@auscult/metrics";
import { claims } from "./phrases/claims.ts";
import { cohortComparison } from "./phrases/cohort-comparison.ts";
import { updating } from "./phrases/updating.ts";
import { sites } from "./phrases/sites.ts";
import { common } from "./phrases/common.ts";
import { labelChoice } from "./phrases/label-choice.ts";
import { model } from "./phrases/model.ts";
import { probe } from "./phrases/probe.ts";
import { monitoring } from "./phrases/monitoring.ts";
import { readers } from "./phrases/readers.ts";
import { modelChange } from "./phrases/model-change.ts";
import { studySize } from "./phrases/study-size.ts";
import { subgroups } from "./phrases/subgroups.ts";
import { treatmentMasking } from "./phrases/treatment-masking.ts";

/** What analyses say, in Danish: one file an analysis. */
export const phrases: PhraseBook = {
  ...claims,
  ...cohortComparison,
  ...common,
  ...sites,
  ...updating,
  ...labelChoice,
  ...model,
  ...probe,
  ...monitoring,
  ...studySize,
  ...modelChange,
  ...readers,
  ...subgroups,
  ...treatmentMasking,
};
