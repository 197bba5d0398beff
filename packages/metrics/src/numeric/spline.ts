/** Harrell's quantiles of the predictor at which knots stand, by number of knots. */
const KNOT_QUANTILES: Readonly<Record<number, readonly number[]>> = {
  3: [0.1, 0.5, 0.9],
  4: [0.05, 0.35, 0.65, 0.95],
  5: [0.05, 0.275, 0.5, 0.725, 0.95],
  6: [0.05, 0.23, 0.41, 0.59, 0.77, 0.95],
  7: [0.025, 0.1833, 0.3417, 0.5, 0.6583, 0.8167, 0.975],
};

/**
 * Harrell's default knots: `count` (3 to 7) type-7 quantiles of the predictor. `values` ascend; `counts[i]` rows have
 * `values[i]` (absent: one each). Equal quantiles, which tied predictors give, are merged, so fewer knots may come
 * back; a spline needs three.
 *
 * @see Harrell (2015) Regression Modeling Strategies, 2nd ed., table 2.3.
 */
export function harrellKnots(values: ArrayLike<number>, count: number, counts?: ArrayLike<number>): number[] {
  const quantiles = KNOT_QUANTILES[count];
  if (quantiles === undefined) throw new RangeError(`harrellKnots: knots are 3 to 7, not ${count}`);
  const knots = quantiles.map((q) => countedQuantile(values, q, counts));
  return knots.filter((k, i) => i === 0 || k > knots[i - 1]!);
}

/** Type-7 quantile of values that ascend, each present `counts[i]` times. */
export function countedQuantile(values: ArrayLike<number>, p: number, counts?: ArrayLike<number>): number {
  let rows = 0;
  for (let i = 0; i < values.length; i++) rows += counts?.[i] ?? 1;
  const position = (rows - 1) * p;
  const below = Math.floor(position);
  const low = countedOrderStatistic(values, below, counts);
  const share = position - below;
  if (!(share > 0)) return low;
  const high = countedOrderStatistic(values, below + 1, counts);
  return low + share * (high - low);
}

/** The value at 0-based `rank` of the rows. */
function countedOrderStatistic(values: ArrayLike<number>, rank: number, counts?: ArrayLike<number>): number {
  // Sums of weights that should be whole are so but for rounding; sums of rows are.
  const passed = rank * (1 + 1e-12) + 1e-9;
  let seen = 0;
  for (let i = 0; i < values.length; i++) {
    seen += counts?.[i] ?? 1;
    if (seen > passed) return values[i]!;
  }
  return values[values.length - 1]!;
}

/**
 * Restricted cubic spline: cubic between the knots, straight outside them. The columns of a design without the
 * intercept: x itself and one column for each knot but two, scaled by the squared range of the knots so that
 * coefficients stay comparable (Hmisc `rcspline.eval`, norm 2).
 *
 * @see Harrell (2015) Regression Modeling Strategies, 2nd ed., section 2.4.5; Stone & Koo (1985).
 */
export function restrictedCubicSpline(x: ArrayLike<number>, knots: readonly number[]): Float64Array[] {
  const k = knots.length;
  if (k < 3 || knots.some((t, i) => i > 0 && !(t > knots[i - 1]!))) {
    throw new RangeError(`restrictedCubicSpline: needs 3 or more ascending knots, not ${knots.join(", ")}`);
  }
  const last = knots[k - 1]!;
  const beforeLast = knots[k - 2]!;
  const norm = (last - knots[0]!) ** 2;
  const columns = [Float64Array.from({ length: x.length }, (_, i) => x[i]!)];
  for (let j = 0; j < k - 2; j++) {
    const knot = knots[j]!;
    columns.push(
      Float64Array.from({ length: x.length }, (_, i) => {
        const v = x[i]!;
        return (
          (cubed(v - knot) +
            ((beforeLast - knot) * cubed(v - last) - (last - knot) * cubed(v - beforeLast)) / (last - beforeLast)) /
          norm
        );
      }),
    );
  }
  return columns;
}

function cubed(x: number): number {
  return x > 0 ? x * x * x : 0;
}
