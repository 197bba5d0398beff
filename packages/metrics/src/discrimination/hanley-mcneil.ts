/**
 * Hanley and McNeil's standard error of an AUROC, from its value and the class sizes alone.
 *
 * For planning a study and for a published AUROC whose data are not at hand. It supposes exponential scores, so that
 * where the data are at hand DeLong's is to be used.
 *
 * @see Hanley & McNeil (1982) Radiology 143:29-36, doi:10.1148/radiology.143.1.7063747.
 */
export function hanleyMcNeilError(value: number, events: number, nonEvents: number): number {
  const q1 = value / (2 - value);
  const q2 = (2 * value ** 2) / (1 + value);
  const sum = value * (1 - value) + (events - 1) * (q1 - value ** 2) + (nonEvents - 1) * (q2 - value ** 2);
  return Math.sqrt(sum / (events * nonEvents));
}
