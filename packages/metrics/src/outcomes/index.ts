export { aalenJohansen, type ObservedRisk } from "./aalen-johansen.ts";
export { survivalCalibrationSlope, type SurvivalSlope } from "./cox-slope.ts";
export type { FollowUp } from "./follow-up.ts";
export { harrellC, type HarrellC } from "./harrell-c.ts";
export { type HorizonBrier, ipcwBrier } from "./ipcw-brier.ts";
export { type KaplanMeier, kaplanMeier } from "./kaplan-meier.ts";
export { observedExpectedRisk, type ObservedExpectedRisk } from "./observed-expected-risk.ts";
export { timeDependentAuc, type TimeDependentAuc } from "./time-dependent-auc.ts";
export { unoC, type UnoC } from "./uno-c.ts";
