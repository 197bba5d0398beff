import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** Predicted risks, and how many rows have each; one row each where `rows` is absent. */
export interface RisksOfRows {
  readonly risk: Float64Array;
  readonly rows?: Float64Array;
}

/**
 * Model-based concordance: the AUROC that these patients would show if the model's risks were right. A lower AUROC than
 * the vendor's that equals this one comes of an easier or harder mix of patients, not of a worse model.
 *
 * Time grows as n log n. Undefined: NO_ROWS; NOT_A_PROBABILITY; ZERO_DENOMINATOR where no two different patients could
 * be an event and a non-event (one row; all risks 0, or all 1).
 *
 * @see van Klaveren et al (2016) Stat Med 35:4136-4152.
 */
export function modelBasedConcordance(risks: RisksOfRows): number | Undefined {
  return concordance(risks, true);
}

/**
 * AUROC to expect of these predictions if they are calibrated, each row counted as part event and part non-event: what
 * label-free estimation prints. It differs from `modelBasedConcordance` by pairing each row with itself, for ½.
 *
 * @see NannyML, confidence-based performance estimation; undefined as `modelBasedConcordance` is.
 */
export function expectedAuroc(risks: RisksOfRows): number | Undefined {
  return concordance(risks, false);
}

function concordance({ risk, rows }: RisksOfRows, apart: boolean): number | Undefined {
  if (risk.length === 0) return undefinedBecause("NO_ROWS");
  if (!risk.every((p) => p >= 0 && p <= 1)) return undefinedBecause("NOT_A_PROBABILITY");
  const order = Uint32Array.from(risk, (_, i) => i).sort((a, b) => risk[a]! - risk[b]!);
  const weight = (i: number): number => rows?.[i] ?? 1;
  const won = new Float64Array(risk.length);
  let below = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    const p = risk[order[start]!]!;
    let tied = 0;
    for (end = start; end < order.length && risk[order[end]!] === p; end++) tied += weight(order[end]!);
    won[start] = p * tied * (below + (tied * (1 - p)) / 2);
    below += tied * (1 - p);
  }
  const itself = apart ? sum(risk.map((p, i) => weight(i) * p * (1 - p))) : 0;
  const pairs = sum(risk.map((p, i) => weight(i) * p)) * below - itself;
  // Less than a rounding error of the pairs is none.
  if (!(pairs > Number.EPSILON * risk.length)) return undefinedBecause("ZERO_DENOMINATOR");
  return (sum(won) - itself / 2) / pairs;
}
