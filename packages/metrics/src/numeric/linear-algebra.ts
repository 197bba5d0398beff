/** A symmetric matrix as an array of rows, all of one length. */
export type Matrix = Float64Array[];

export function zeros(rows: number, columns = rows): Matrix {
  return Array.from({ length: rows }, () => new Float64Array(columns));
}

/** A pivot below this share of its diagonal is rounding: the column is a combination of those before it. */
const SINGULAR = 1e-13;

/**
 * Lower triangle L with L Lᵀ = `a` for a symmetric positive definite matrix, or undefined where it is not one to
 * working precision (a singular system has no answer; it must not be given one).
 */
export function cholesky(a: readonly Float64Array[]): Matrix | undefined {
  const k = a.length;
  const lower = zeros(k);
  for (let j = 0; j < k; j++) {
    const row = lower[j]!;
    let pivot = a[j]![j]!;
    for (let m = 0; m < j; m++) pivot -= row[m]! ** 2;
    if (!(pivot > SINGULAR * a[j]![j]!) || !Number.isFinite(pivot)) return undefined;
    row[j] = Math.sqrt(pivot);
    for (let i = j + 1; i < k; i++) {
      const below = lower[i]!;
      let value = a[i]![j]!;
      for (let m = 0; m < j; m++) value -= below[m]! * row[m]!;
      below[j] = value / row[j]!;
    }
  }
  return lower;
}

/** x with L Lᵀ x = `b`. */
export function solveCholesky(lower: readonly Float64Array[], b: Float64Array): Float64Array {
  const k = lower.length;
  const x = Float64Array.from(b);
  for (let i = 0; i < k; i++) {
    let value = x[i]!;
    for (let m = 0; m < i; m++) value -= lower[i]![m]! * x[m]!;
    x[i] = value / lower[i]![i]!;
  }
  for (let i = k - 1; i >= 0; i--) {
    let value = x[i]!;
    for (let m = i + 1; m < k; m++) value -= lower[m]![i]! * x[m]!;
    x[i] = value / lower[i]![i]!;
  }
  return x;
}

/** (L Lᵀ)⁻¹. */
export function inverseCholesky(lower: readonly Float64Array[]): Matrix {
  const k = lower.length;
  const columns = Array.from({ length: k }, (_, j) => {
    const unit = new Float64Array(k);
    unit[j] = 1;
    return solveCholesky(lower, unit);
  });
  for (let i = 0; i < k; i++)
    for (let j = 0; j < i; j++) {
      const mean = (columns[i]![j]! + columns[j]![i]!) / 2;
      columns[i]![j] = mean;
      columns[j]![i] = mean;
    }
  return columns;
}

/** xᵀ A y, e.g. the variance of a linear combination where `a` is a covariance and x = y. */
export function quadraticForm(x: ArrayLike<number>, a: readonly Float64Array[], y: ArrayLike<number> = x): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) {
    let row = 0;
    for (let j = 0; j < a.length; j++) row += a[i]![j]! * y[j]!;
    total += x[i]! * row;
  }
  return total;
}

/** Xᵀ diag(weight) X for a design held as columns. */
export function weightedCrossProduct(columns: readonly Float64Array[], weight: Float64Array): Matrix {
  const k = columns.length;
  const product = zeros(k);
  for (let a = 0; a < k; a++) {
    const left = columns[a]!;
    for (let b = 0; b <= a; b++) {
      const right = columns[b]!;
      let total = 0;
      for (let i = 0; i < weight.length; i++) total += weight[i]! * left[i]! * right[i]!;
      product[a]![b] = total;
      product[b]![a] = total;
    }
  }
  return product;
}

/** Xᵀ v for a design held as columns. */
export function project(columns: readonly Float64Array[], v: Float64Array): Float64Array {
  return Float64Array.from(columns, (column) => {
    let total = 0;
    for (let i = 0; i < v.length; i++) total += column[i]! * v[i]!;
    return total;
  });
}

/** X β (+ offset) for a design held as columns. */
export function linearPredictor(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  rows: number,
  offset?: Float64Array,
): Float64Array {
  const eta = offset === undefined ? new Float64Array(rows) : Float64Array.from(offset);
  columns.forEach((column, j) => {
    const b = coefficients[j]!;
    for (let i = 0; i < rows; i++) eta[i] = eta[i]! + b * column[i]!;
  });
  return eta;
}
