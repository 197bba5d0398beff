export { type ClosedTesting, closedTesting, type Update, UPDATES } from "./closed-testing.ts";
export { cusumLimit, type CusumLimitOptions } from "./cusum-limit.ts";
export { expectedAuroc, modelBasedConcordance, type RisksOfRows } from "./expected-concordance.ts";
export { type LabelFreePerformance, labelFreePerformance } from "./label-free-performance.ts";
export { type MembershipModel, membershipModel } from "./membership-model.ts";
export { cusumStep, type RiskAdjustedCharts, riskAdjustedCharts } from "./risk-adjusted-charts.ts";
export {
  type AnticipatedUse,
  type NetBenefitSize,
  rowsForAuroc,
  rowsForNetBenefit,
  rowsForObservedExpected,
  rowsForSlope,
  type SlopeInformation,
  slopeInformation,
  slopeInformationOfNormal,
} from "./sample-size.ts";
export {
  thresholdAtFlaggedShare,
  thresholdAtRisk,
  thresholdAtSensitivity,
  type TransportedThreshold,
} from "./threshold-transport.ts";
export { type AurocClaim, aurocAgainstClaim, type ProportionClaim, proportionAgainstClaim } from "./vendor-claim.ts";
