/**
 * Isotonic regression: the non-decreasing sequence nearest to `mean` in weighted least squares, by pooling adjacent
 * violators. The order is that of the arrays; ties of the predictor must already be one entry. Weights are > 0.
 *
 * @see Ayer et al (1955) Ann Math Stat 26:641-647; Barlow et al (1972) Statistical Inference under Order Restrictions.
 */
export function isotonicRegression(mean: Float64Array, weight: Float64Array): Float64Array {
  const level: number[] = [];
  const mass: number[] = [];
  const upTo: number[] = [];
  for (let i = 0; i < mean.length; i++) {
    let value = mean[i]!;
    let w = weight[i]!;
    while (level.length > 0 && level[level.length - 1]! >= value) {
      const below = mass.pop()!;
      value = (level.pop()! * below + value * w) / (below + w);
      w += below;
      upTo.pop();
    }
    level.push(value);
    mass.push(w);
    upTo.push(i + 1);
  }
  const fitted = new Float64Array(mean.length);
  let from = 0;
  level.forEach((value, block) => {
    fitted.fill(value, from, upTo[block]);
    from = upTo[block]!;
  });
  return fitted;
}
