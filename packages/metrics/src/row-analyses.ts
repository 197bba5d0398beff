import { claimsAnalysis } from "./row-analyses/claims.ts";
import { cohortComparisonAnalysis } from "./row-analyses/cohort-comparison.ts";
import { updatingAnalysis } from "./row-analyses/updating.ts";
import { sitesAnalysis } from "./row-analyses/sites.ts";
import { labelChoiceAnalysis } from "./row-analyses/label-choice.ts";
import { modelProbeAnalysis } from "./row-analyses/model-probe.ts";
import { modelChangeAnalysis } from "./row-analyses/model-change.ts";
import { modelRunAnalysis } from "./row-analyses/model-run.ts";
import { monitoringAnalysis } from "./row-analyses/monitoring.ts";
import { readersAnalysis } from "./row-analyses/readers.ts";
import { treatmentMaskingAnalysis } from "./row-analyses/treatment-masking.ts";
import type { RowAnalysis } from "./row-analysis.ts";
import { calibrationWithinGroupsAnalysis } from "./subgroup-analyses/calibration-within-groups.ts";
import { criteriaConflictAnalysis } from "./subgroup-analyses/criteria-conflict.ts";
import { greatestGapAnalysis } from "./subgroup-analyses/greatest-gap.ts";
import { missingnessAnalysis } from "./subgroup-analyses/missingness.ts";
import { netBenefitBetweenGroupsAnalysis } from "./subgroup-analyses/net-benefit-between-groups.ts";
import { shrinkageAnalysis } from "./subgroup-analyses/shrinkage.ts";
import { verificationAnalysis } from "./subgroup-analyses/verification.ts";

/** Every analysis beside the metrics, in the report's order. A new one is one file, one import and one line here. */
export const rowAnalyses: readonly RowAnalysis[] = [
  greatestGapAnalysis,
  shrinkageAnalysis,
  criteriaConflictAnalysis,
  calibrationWithinGroupsAnalysis,
  netBenefitBetweenGroupsAnalysis,
  missingnessAnalysis,
  verificationAnalysis,
  labelChoiceAnalysis,
  treatmentMaskingAnalysis,
  modelProbeAnalysis,
  modelRunAnalysis,
  claimsAnalysis,
  monitoringAnalysis,
  cohortComparisonAnalysis,
  modelChangeAnalysis,
  readersAnalysis,
  sitesAnalysis,
  updatingAnalysis,
];
