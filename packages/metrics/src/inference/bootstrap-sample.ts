/** The replicates of one statistic that could be had, ascending, beside the value in the data. */
export interface BootstrapSample {
  readonly estimate: number;
  readonly sorted: Float64Array;
}

/** Replicates in order of size, those that could not be had (NaN) left out. */
export function bootstrapSample(estimate: number, values: Float64Array): BootstrapSample {
  return { estimate, sorted: values.filter((value) => !Number.isNaN(value)).sort() };
}

/** Mean of the replicates less the value in the data. */
export function bootstrapBias({ estimate, sorted }: BootstrapSample): number {
  return mean(sorted) - estimate;
}

/** Standard deviation of the replicates (divisor B − 1); NaN for fewer than two. */
export function bootstrapStandardError({ sorted }: BootstrapSample): number {
  const centre = mean(sorted);
  let squares = 0;
  for (const value of sorted) squares += (value - centre) ** 2;
  return Math.sqrt(squares / (sorted.length - 1));
}

/** Centred on the median, so that large values of small spread keep their digits. */
function mean(sorted: Float64Array): number {
  const origin = sorted[sorted.length >> 1] ?? Number.NaN;
  let rest = 0;
  for (const value of sorted) rest += value - origin;
  return origin + rest / sorted.length;
}
