import { claimsAnalysis } from "./row-analyses/claims.ts";
import { labelChoiceAnalysis } from "./row-analyses/label-choice.ts";
import { modelRunAnalysis } from "./row-analyses/model-run.ts";
import { treatmentMaskingAnalysis } from "./row-analyses/treatment-masking.ts";
import type { RowAnalysis } from "./row-analysis.ts";

/** Every analysis that reads rows, in the report's order. A new one is one file, one import and one line here. */
export const rowAnalyses: readonly RowAnalysis[] = [
  labelChoiceAnalysis,
  treatmentMaskingAnalysis,
  modelRunAnalysis,
  claimsAnalysis,
];
