import { CENSORED } from "./follow-up.ts";
import { before, type LifeTable } from "./life-table.ts";

/**
 * How much each of `members` moved `Σ contribution / n` by way of a censoring curve G estimated among them, where
 * `contribution` is made of weights 1/G: ∫ E[contribution · 1(T > s)] / P(T ≥ s) dM(s) to the horizon, M being each
 * patient's censoring martingale. Written into `influence`, parallel to the follow-up.
 *
 * @see Gerds & Schumacher (2006) Biom J 48:1029-1040; Blanche et al. (2013) Stat Med 32:5381-5397.
 */
export function censoringInfluence(
  table: LifeTable,
  members: readonly number[],
  { time, status }: { readonly time: Float64Array; readonly status: Float64Array },
  horizon: number,
  contribution: Float64Array,
  influence: Float64Array,
): void {
  const steps = table.time.length;
  const place = members.map((i) => before(table.time, time[i]!));
  const here = new Float64Array(steps);
  for (const [m, i] of members.entries()) here[place[m]!]! += contribution[i]!;
  const beyond = new Float64Array(steps);
  for (let k = steps - 2; k >= 0; k--) beyond[k] = beyond[k + 1]! + here[k + 1]!;
  const jump = new Float64Array(steps);
  const compensator = new Float64Array(steps);
  for (let k = 0; k < steps; k++) {
    const within = table.time[k]! <= horizon && table.censored[k]! > 0;
    jump[k] = within ? beyond[k]! / table.atRisk[k]! : 0;
    compensator[k] = (k === 0 ? 0 : compensator[k - 1]!) + (jump[k]! * table.censored[k]!) / table.atRisk[k]!;
  }
  for (const [m, i] of members.entries()) {
    const k = place[m]!;
    influence[i] = (status[i] === CENSORED ? jump[k]! : 0) - compensator[k]!;
  }
}
