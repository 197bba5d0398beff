import type { ReportFinding } from "./audit-report.ts";
import type { Tone } from "./document.ts";

type Verdict = ReportFinding["verdict"];

const TONES: Readonly<Record<Verdict, Tone>> = {
  label_choice_bias_supported: "gap",
  label_choice_bias_supported_proxy_overpredicted: "gap",
  general_underprediction: "gap",
  treatment_masking_supported: "gap",
  conflict_persists_after_adjustment: "gap",
  conflict_unexplained: "gap",
  treatment_masking_suspected: "open",
  inconclusive_need_gap: "open",
  need_gap_proxy_inconclusive: "open",
  direction_not_established: "open",
  conflict_not_assessable: "open",
  no_material_need_gap: "equivalent",
  order_kept: "plain",
  order_violated: "gap",
  negative_control_holds: "plain",
  negative_control_fails: "gap",
  negative_control_inconclusive: "open",
  reference_reproduced: "equivalent",
  reference_not_reproduced: "gap",
  claim_met: "equivalent",
  claim_not_shown: "open",
  claim_not_met: "gap",
  claim_not_met_for_some: "gap",
  signal_shown: "gap",
  no_signal_inconclusive: "open",
  within_limits: "equivalent",
  not_assessable: "open",
  criteria_met: "equivalent",
  criteria_not_shown: "open",
  criteria_not_met: "gap",
  non_inferior: "equivalent",
  non_inferiority_not_shown: "open",
  inferior: "gap",
  no_conflict: "plain",
  no_material_shift: "equivalent",
  shift_shown: "gap",
  shift_not_settled: "open",
  representative: "equivalent",
  not_representative: "gap",
  representativeness_not_settled: "open",
  update_none: "plain",
  update_intercept: "open",
  update_recalibration: "open",
  update_revision: "open",
  margin_not_declared: "plain",
  described: "plain",
  not_estimable: "plain",
};

/** How a finding's verdict is told apart: something to act on, something open, or neither. */
export function findingTone(verdict: Verdict): Tone {
  return TONES[verdict];
}
