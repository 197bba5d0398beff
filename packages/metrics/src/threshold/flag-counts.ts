/** Rows of a subgroup by flag and outcome. */
export interface FlagCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}
