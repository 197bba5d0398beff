import { moverDifference } from "../inference/mover.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { brent } from "../numeric/root.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";

/** Events among rows, 0 ≤ events ≤ rows. */
export interface Count {
  readonly events: number;
  readonly rows: number;
}

export interface RiskContrast {
  readonly risk: { readonly with: number; readonly without: number };
  readonly rows: { readonly with: number; readonly without: number };
  readonly events: { readonly with: number; readonly without: number };
  /** with − without, by Newcombe's method 10. */
  readonly difference: { readonly value: number; readonly interval: Interval };
  /** with / without, by Koopman's score interval; `null` where both have no event. */
  readonly ratio: { readonly value: number; readonly interval: Interval } | null;
}

/**
 * Two independent proportions compared: the crude difference and ratio of risk, or of treatment, with a factor and
 * without. The ratio is Infinity where only those with the factor have events.
 *
 * Undefined: EMPTY_GROUP where either has no rows. Assumes independent rows.
 * @see Newcombe (1998) Stat Med 17:873-890, method 10; Koopman (1984) Biometrics 40:513-517.
 */
export function riskContrast(present: Count, absent: Count, level: number): RiskContrast | Undefined {
  if (!(present.rows > 0) || !(absent.rows > 0)) return undefinedBecause("EMPTY_GROUP");
  const p1 = present.events / present.rows;
  const p0 = absent.events / absent.rows;
  const difference = moverDifference({ value: p1, ...wilson(present, level) }, { value: p0, ...wilson(absent, level) });
  return {
    risk: { with: p1, without: p0 },
    rows: { with: present.rows, without: absent.rows },
    events: { with: present.events, without: absent.events },
    difference: {
      value: p1 - p0,
      interval: { low: difference.low, high: difference.high, level, method: "newcombe" },
    },
    ratio:
      present.events + absent.events === 0
        ? null
        : { value: p1 / p0, interval: { ...koopman(present, absent, level), level, method: "koopman" } },
  };
}

function wilson({ events, rows }: Count, level: number): { readonly low: number; readonly high: number } {
  const value = events / rows;
  const point = { value, standardError: Math.sqrt((value * (1 - value)) / rows), denominator: rows };
  const scale = { intervalScale: "wilson", range: [0, 1] } as const;
  const interval = scaleInterval(point, scale, { level, critical: normalQuantile(0.5 + level / 2) });
  return interval ?? { low: 0, high: 1 };
}

/** The ratios whose score statistic is at most the square of the normal quantile. */
function koopman(present: Count, absent: Count, level: number): { readonly low: number; readonly high: number } {
  const limit = normalQuantile(0.5 + level / 2) ** 2;
  const excess = (logRatio: number): number => scoreStatistic(present, absent, Math.exp(logRatio)) - limit;
  const centre = Math.log(
    (present.events + 0.5) / (present.rows + 0.5) / ((absent.events + 0.5) / (absent.rows + 0.5)),
  );
  const at =
    present.events > 0 && absent.events > 0
      ? Math.log(present.events / present.rows / (absent.events / absent.rows))
      : centre;
  return {
    low: present.events === 0 ? 0 : Math.exp(side(excess, at, -1)),
    high: absent.events === 0 ? Infinity : Math.exp(side(excess, at, 1)),
  };
}

/** The root of `excess` on one side of `at`, where the statistic grows without end. */
function side(excess: (logRatio: number) => number, at: number, direction: 1 | -1): number {
  let inner = at;
  // Where one count is 0 the centre is only a guess, and may lie outside the interval.
  for (let back = 1; excess(inner) > 0 && back < 60; back++) inner -= direction * back;
  let outer = inner + direction;
  for (let step = 1; excess(outer) < 0 && step < 60; step++) outer += direction * step;
  return brent(excess, Math.min(inner, outer), Math.max(inner, outer));
}

/** Koopman's score statistic at a ratio of risks, with the risks' maximum likelihood under it. */
function scoreStatistic(present: Count, absent: Count, ratio: number): number {
  const { events: x1, rows: n1 } = present;
  const { events: x0, rows: n0 } = absent;
  const linear = ratio * (n1 + x0) + x1 + n0;
  const root = Math.sqrt(Math.max(0, linear ** 2 - 4 * ratio * (n1 + n0) * (x1 + x0)));
  const p0 = (2 * (x1 + x0)) / (linear + root);
  return pearson(present, Math.min(ratio * p0, 1)) + pearson(absent, p0);
}

function pearson({ events, rows }: Count, p: number): number {
  const apart = (events - rows * p) ** 2;
  return apart === 0 ? 0 : apart / (rows * p * (1 - p));
}
