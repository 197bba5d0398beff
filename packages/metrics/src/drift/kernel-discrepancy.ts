import { permutationTest, type Permutation } from "../inference/permutation.ts";
import { quantile7 } from "../numeric/quantile.ts";
import { sum } from "../numeric/sum.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";

export interface KernelDiscrepancy {
  /** Squared maximum mean discrepancy, without bias: below 0 by chance where nothing drifted. */
  readonly unbiased: number;
  /** With each row's distance to itself: never below 0. */
  readonly biased: number;
  /** The kernel's scale: the median squared distance of two different rows. */
  readonly medianSquaredDistance: number;
  /** How often rows dealt anew give as large an unbiased value; where permutations were asked for. */
  readonly permutation?: Permutation;
}

/**
 * Whether several variables drifted together (maximum mean discrepancy with a Gaussian kernel), which no variable alone
 * need show. Each variable is first scaled by the reference's mean and standard deviation.
 *
 * `reference` and `current` are columns, parallel to each other. Time and memory grow with the square of the rows: take
 * some hundred, declared beforehand.
 *
 * Undefined  NO_ROWS with fewer than two rows in a sample; MISSING_INPUT without a variable, or with a missing or
 *            infinite value; CONSTANT_VALUE where a variable has no spread in the reference, or half of all pairs are
 *            equal.
 * Assumes    exchangeable rows where nothing drifted.
 *
 * @see Gretton et al (2012) J Mach Learn Res 13:723-773.
 */
export function kernelDiscrepancy(
  reference: readonly Float64Array[],
  current: readonly Float64Array[],
  permutations?: { readonly seed: number; readonly permutations: number },
): KernelDiscrepancy | Undefined {
  const n = reference[0]?.length ?? 0;
  const m = current[0]?.length ?? 0;
  if (reference.length === 0) return undefinedBecause("MISSING_INPUT");
  if (n < 2 || m < 2) return undefinedBecause("NO_ROWS");
  if (![...reference, ...current].every((column) => column.every(Number.isFinite)))
    return undefinedBecause("MISSING_INPUT");
  const total = n + m;
  const columns = reference.map((known, j) => scaledBy(known, current[j]!));
  if (columns.some((column) => column === undefined)) return undefinedBecause("CONSTANT_VALUE");
  const distance = new Float64Array((total * (total - 1)) / 2);
  for (let i = 0, pair = 0; i < total; i++) {
    for (let j = i + 1; j < total; j++, pair++) {
      for (const column of columns) distance[pair]! += (column![i]! - column![j]!) ** 2;
    }
  }
  const medianSquaredDistance = quantile7(Float64Array.from(distance).sort(), 0.5);
  if (medianSquaredDistance === 0) return undefinedBecause("CONSTANT_VALUE");
  const kernel = distance.map((d) => Math.exp(-d / medianSquaredDistance));
  const unbiasedOf = (labels: Uint32Array): number => {
    const { known, now, across } = sumsOf(kernel, labels);
    return (2 * known) / (n * (n - 1)) + (2 * now) / (m * (m - 1)) - (2 * across) / (n * m);
  };
  const labels = Uint32Array.from({ length: total }, (_, i) => (i < n ? 0 : 1));
  const { known, now, across } = sumsOf(kernel, labels);
  const found = {
    unbiased: unbiasedOf(labels),
    biased: (2 * known + n) / n ** 2 + (2 * now + m) / m ** 2 - (2 * across) / (n * m),
    medianSquaredDistance,
  };
  if (permutations === undefined) return found;
  const permutation = permutationTest(labels, new Uint8Array(total), unbiasedOf, permutations);
  return isUndefined(permutation) ? permutation : { ...found, permutation };
}

/** Sums of the kernel over pairs within the reference, within the current rows, and across. */
function sumsOf(kernel: Float64Array, labels: Uint32Array): { known: number; now: number; across: number } {
  const sums = [0, 0, 0];
  for (let i = 0, pair = 0; i < labels.length; i++) {
    for (let j = i + 1; j < labels.length; j++, pair++) sums[labels[i]! + labels[j]!]! += kernel[pair]!;
  }
  return { known: sums[0]!, across: sums[1]!, now: sums[2]! };
}

/** Both samples of one variable in the reference's standard deviations; `undefined` where it has none. */
function scaledBy(known: Float64Array, now: Float64Array): Float64Array | undefined {
  if (known.every((v) => v === known[0])) return undefined;
  const mean = sum(known) / known.length;
  const deviation = Math.sqrt(sum(known.map((v) => (v - mean) ** 2)) / (known.length - 1));
  return Float64Array.from([...known, ...now], (v) => (v - mean) / deviation);
}
