import { type Undefined, undefinedBecause } from "../result.ts";
import type { MaskingColumns } from "./masking-rows.ts";
import { type RiskContrast, riskContrast } from "./risk-contrast.ts";

/** What the data show of one factor, nothing adjusted for. */
export interface MarginalContrasts {
  readonly outcome: RiskContrast | Undefined;
  /** Share treated with the factor and without. */
  readonly treatment: RiskContrast | Undefined;
  /** The outcome among the treated and among the untreated apart. */
  readonly outcomeTreated: RiskContrast | Undefined;
  readonly outcomeUntreated: RiskContrast | Undefined;
}

/** Crude contrasts of outcome and treatment by a factor. Assumes independent rows of equal weight. */
export function marginalContrasts({ outcome, factor, treatment }: MaskingColumns, level: number): MarginalContrasts {
  const contrast = (of: ArrayLike<number>, where: (i: number) => boolean): RiskContrast | Undefined => {
    const counts = [
      { events: 0, rows: 0 },
      { events: 0, rows: 0 },
    ] as const;
    for (let i = 0; i < factor.length; i++) {
      if ((factor[i] !== 0 && factor[i] !== 1) || (of[i] !== 0 && of[i] !== 1) || !where(i)) continue;
      const count = counts[factor[i] as 0 | 1] as { events: number; rows: number };
      count.rows += 1;
      count.events += of[i]!;
    }
    return riskContrast(counts[1], counts[0], level);
  };
  const missing = undefinedBecause("MISSING_INPUT");
  return {
    outcome: contrast(outcome, () => true),
    treatment: treatment === undefined ? missing : contrast(treatment, () => true),
    outcomeTreated: treatment === undefined ? missing : contrast(outcome, (i) => treatment[i] === 1),
    outcomeUntreated: treatment === undefined ? missing : contrast(outcome, (i) => treatment[i] === 0),
  };
}
