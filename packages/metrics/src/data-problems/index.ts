export {
  type CorrectedRate,
  correctForVerification,
  type VerificationCorrected,
  type VerificationStratum,
  type Verified,
} from "./begg-greenes.ts";
export { type ClusteredProportion, clusteredProportion } from "./clustered-proportion.ts";
export {
  type CompleteCases,
  completeCases,
  type FieldMissingness,
  type MissingField,
  type MissingInGroup,
} from "./missingness.ts";
export { type CompletedEstimate, type PooledEstimate, poolImputations, type PoolingScale } from "./rubin.ts";
export { type WeightedProportion, weightedProportion, type WeightTotals } from "./weighted-proportion.ts";
