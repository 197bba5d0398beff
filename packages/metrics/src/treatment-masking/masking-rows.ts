import { gather } from "../numeric/gather.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** The rows' columns for one risk factor; all of one length. */
export interface MaskingColumns {
  /** 1 event, 0 none; anything else unknown. */
  readonly outcome: ArrayLike<number>;
  /** 1 with the risk factor, 0 without; anything else unknown. */
  readonly factor: ArrayLike<number>;
  /** Covariates recorded before treatment was decided, as numbers or dummies; NaN where missing. */
  readonly covariates: readonly Float64Array[];
  /** 1 where the intensive treatment was given, 0 where not; anything else unknown. */
  readonly treatment?: ArrayLike<number>;
  /** Sampling weights, > 0. */
  readonly weight?: Float64Array;
  /** Any code of the row's patient or block. */
  readonly cluster?: ArrayLike<number>;
}

/** The rows on which everything that is needed is known, as columns of a design. */
export interface CompleteRows {
  /** Where each row stood in the columns given. */
  readonly index: Uint32Array;
  readonly leftOut: number;
  readonly outcome: Float64Array;
  readonly factor: Float64Array;
  readonly treatment: Float64Array;
  readonly ones: Float64Array;
  /** Without those that have one value in all complete rows: they cannot adjust for anything. */
  readonly covariates: readonly Float64Array[];
  readonly constantCovariates: number;
  readonly weight?: Float64Array;
  readonly cluster?: Float64Array;
}

/**
 * Complete rows, and how many were left out for want of an outcome, factor, covariate or (where `needTreatment`)
 * treatment. Undefined: NO_ROWS; EMPTY_GROUP where the factor is never, or always, there.
 */
export function completeRows(
  { outcome, factor, covariates, treatment, weight, cluster }: MaskingColumns,
  needTreatment: boolean,
): CompleteRows | Undefined {
  const complete = new Uint8Array(factor.length);
  for (let i = 0; i < factor.length; i++) {
    if (binary(outcome[i]!) && binary(factor[i]!) && (!needTreatment || binary(treatment?.[i] ?? Number.NaN)))
      complete[i] = 1;
  }
  for (const x of covariates) for (let i = 0; i < x.length; i++) if (!Number.isFinite(x[i]!)) complete[i] = 0;
  const rows = new Uint32Array(factor.length).map((_, i) => i).filter((i) => complete[i] === 1);
  if (rows.length === 0) return undefinedBecause("NO_ROWS");
  const at = (of: ArrayLike<number>): Float64Array => gather(of, rows);
  const present = at(factor);
  if (!present.includes(0) || !present.includes(1)) return undefinedBecause("EMPTY_GROUP");
  const varying = covariates.map(at).filter((x) => x.some((v) => v !== x[0]));
  return {
    index: rows,
    leftOut: factor.length - rows.length,
    outcome: at(outcome),
    factor: present,
    treatment: treatment === undefined ? new Float64Array(0) : at(treatment),
    ones: new Float64Array(rows.length).fill(1),
    covariates: varying,
    constantCovariates: covariates.length - varying.length,
    ...(weight === undefined ? {} : { weight: at(weight) }),
    ...(cluster === undefined ? {} : { cluster: at(cluster) }),
  };
}

function binary(value: number): boolean {
  return value === 0 || value === 1;
}
