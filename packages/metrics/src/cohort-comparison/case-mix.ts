import { kernelDiscrepancy } from "../drift/kernel-discrepancy.ts";
import { PURPOSES } from "../inference/purposes.ts";
import { randomStream } from "../inference/random-stream.ts";
import { dummies } from "../numeric/dummies.ts";
import { logit } from "../numeric/logit.ts";
import { sum } from "../numeric/sum.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { type MembershipModel, membershipModel } from "../validation/membership-model.ts";
import { overResamples, type ResampleOptions } from "./two-samples.ts";

const FOLDS = 5;
/** Rows of each sample for the kernel statistic, whose time grows with their square; drawn once, by the seed. */
const KERNEL_ROWS = 250;
const PERMUTATIONS = 199;

/** Features of both samples as columns of numbers: amounts as they are, levels as 0 and 1 for each but the first. */
export interface Columns {
  readonly reference: readonly Float64Array[];
  readonly here: readonly Float64Array[];
  /** Rows in which a feature is missing, left out of both. */
  readonly leftOut: { readonly reference: number; readonly here: number };
}

/** A feature in both samples. */
export interface BothSides {
  readonly kind: "numeric" | "categorical";
  readonly reference: Float64Array;
  readonly here: Float64Array;
}

/** Complete rows of all features as columns; one that does not vary in the reference tells nothing there and is left out. */
export function columnsOf(features: readonly BothSides[]): Columns {
  const complete = (side: "reference" | "here"): number[] =>
    [...(features[0]?.[side] ?? []).keys()].filter((i) => features.every((f) => !Number.isNaN(f[side][i]!)));
  const [known, now] = [complete("reference"), complete("here")];
  const columns = features.flatMap(({ kind, reference, here }) => {
    const both = Float64Array.from([...known.map((i) => reference[i]!), ...now.map((i) => here[i]!)]);
    return kind === "numeric" ? [both] : dummies(both);
  });
  const varying = columns.filter((column) => {
    const first = column[0];
    return column.subarray(0, known.length).some((v) => v !== first);
  });
  return {
    reference: varying.map((column) => column.slice(0, known.length)),
    here: varying.map((column) => column.slice(known.length)),
    leftOut: {
      reference: (features[0]?.reference.length ?? 0) - known.length,
      here: (features[0]?.here.length ?? 0) - now.length,
    },
  };
}

/** How well all features together tell patients here from the reference's, in rows that the model was not fitted to. */
export function membershipOf({ reference, here }: Columns, seed: number): MembershipModel | Undefined {
  return membershipModel(reference, here, { folds: FOLDS, seed });
}

export interface KernelShift {
  readonly discrepancy: number;
  readonly p: number | null;
  readonly rows: { readonly reference: number; readonly here: number };
}

/** Maximum mean discrepancy of some rows of each sample, with a permutation p where rows are independent. */
export function kernelShift({ reference, here }: Columns, independent: boolean, seed: number): KernelShift | Undefined {
  if (reference.length === 0) return undefinedBecause("MISSING_INPUT");
  const [known, now] = [someRows(reference[0]!.length, seed, 0), someRows(here[0]!.length, seed, 1)];
  const found = kernelDiscrepancy(
    reference.map((column) => known.map((i) => column[i]!)).map((column) => Float64Array.from(column)),
    here.map((column) => now.map((i) => column[i]!)).map((column) => Float64Array.from(column)),
    independent ? { seed, permutations: PERMUTATIONS } : undefined,
  );
  if (isUndefined(found)) return found;
  return {
    discrepancy: found.unbiased,
    p: found.permutation?.p ?? null,
    rows: { reference: known.length, here: now.length },
  };
}

function someRows(rows: number, seed: number, sample: number): number[] {
  const all = Array.from({ length: rows }, (_, i) => i);
  if (rows <= KERNEL_ROWS) return all;
  const stream = randomStream(seed, sample, PURPOSES.simulation);
  for (let i = 0; i < KERNEL_ROWS; i++) {
    const j = i + stream.index(rows - i);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all.slice(0, KERNEL_ROWS).sort((a, b) => a - b);
}

/** Spread and place of the log odds of the predictions here beside the reference's. */
export function logOddsShift(
  reference: Float64Array,
  here: Float64Array,
  blocks: ArrayLike<number> | undefined,
  options: ResampleOptions,
) {
  const inside = (score: Float64Array): number[] => [...score.keys()].filter((i) => score[i]! > 0 && score[i]! < 1);
  const [known, now] = [inside(reference), inside(here)];
  if (known.length < 2 || now.length < 2) return undefinedBecause("NO_ROWS");
  const value = Float64Array.from([...known.map((i) => logit(reference[i]!)), ...now.map((i) => logit(here[i]!))]);
  const sample = Uint8Array.from(value, (_, i) => (i < known.length ? 0 : 1));
  const cluster =
    blocks === undefined
      ? {}
      : { cluster: Float64Array.from(value, (_, i) => (i < known.length ? -1 : blocks[now[i - known.length]!]!)) };
  const found = overResamples(
    { sample, ...cluster },
    (times) => {
      const [there, own] = [spread(value, sample, times, 0), spread(value, sample, times, 1)];
      return there.deviation > 0 && own.deviation > 0
        ? [Math.log(own.deviation / there.deviation), own.mean - there.mean]
        : undefinedBecause("CONSTANT_VALUE");
    },
    options,
  );
  return isUndefined(found) ? found : { logRatio: found[0]!, meanDifference: found[1]! };
}

/** The same against a published mean and standard deviation, whose own error follows from the published number of patients. */
export function logOddsAgainst(
  { mean, sd, n }: { readonly mean: number; readonly sd: number; readonly n: number },
  here: Float64Array,
):
  | { readonly ratio: number; readonly logRatioError: number; readonly difference: number; readonly error: number }
  | Undefined {
  const value = here.filter((p) => p > 0 && p < 1).map((p) => logit(p));
  if (value.length < 2) return undefinedBecause("NO_ROWS");
  const own = spread(value, new Uint8Array(value.length).fill(1), new Float64Array(value.length).fill(1), 1);
  if (!(own.deviation > 0)) return undefinedBecause("CONSTANT_VALUE");
  return {
    ratio: own.deviation / sd,
    logRatioError: Math.sqrt(1 / (2 * (n - 1)) + 1 / (2 * (value.length - 1))),
    difference: own.mean - mean,
    error: Math.sqrt(sd ** 2 / n + own.deviation ** 2 / value.length),
  };
}

function spread(value: Float64Array, sample: Uint8Array, times: Float64Array, which: number) {
  const weight = (i: number): number => (sample[i] === which ? times[i]! : 0);
  const rows = sum(value.map((_, i) => weight(i)));
  const mean = sum(value.map((v, i) => weight(i) * v)) / rows;
  return { mean, deviation: Math.sqrt(sum(value.map((v, i) => weight(i) * (v - mean) ** 2)) / (rows - 1)) };
}
