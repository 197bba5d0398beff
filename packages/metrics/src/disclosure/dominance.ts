/**
 * Whether a published sum (of costs, say) tells one patient's amount to within a share, by the p% rule: what remains after
 * the two largest is less than `share` of the largest, so that the second largest can work the largest out.
 *
 * `amounts` are not negative; `share` is e.g. 0.1. A sum of nobody, or of nothing, tells nobody's. Throws on an amount that
 * is negative or missing, for which the rule says nothing.
 *
 * @see Hundepool et al (2012) Statistical Disclosure Control, 4.2.
 */
export function isDominated(amounts: ArrayLike<number>, share: number): boolean {
  const sorted = Float64Array.from(amounts).sort();
  const bad = sorted.find((amount) => !(amount >= 0));
  if (bad !== undefined) throw new RangeError(`An amount is ${bad}: the p% rule is for amounts of at least 0.`);
  const largest = sorted.at(-1) ?? 0;
  const rest = sorted.slice(0, -2).reduce((total, amount) => total + amount, 0);
  return largest > 0 && rest < share * largest;
}
