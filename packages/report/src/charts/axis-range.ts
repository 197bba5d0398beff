import type { ReportNumber } from "../audit-report/numbers.ts";

/** An axis: its ends, on round numbers, and whether it is logarithmic. Numbers outside it are drawn as arrows. */
export interface AxisRange {
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

const STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const LADDER = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 4, 5, 10, 20, 50, 100];

/** Round ends that hold `numbers`, within `bounds`. Infinite numbers do not stretch it. */
export function axisRange(
  numbers: readonly (ReportNumber | null)[],
  { log, bounds }: { readonly log: boolean; readonly bounds: readonly [ReportNumber, ReportNumber] },
): AxisRange {
  const finite = numbers.filter((v) => typeof v === "number").filter((v) => !log || v > 0);
  if (finite.length === 0) return log ? { low: 0.5, high: 2, log } : { low: 0, high: 1, log };
  const least = Math.min(...finite);
  const most = Math.max(...finite);
  if (log) return { low: ladder(least, -1), high: ladder(most, 1), log };
  const step = STEPS.find((s) => s * 6 >= most - least) ?? (most - least) / 5;
  const [floor, ceiling] = bounds;
  const low = Math.floor(least / step) * step;
  const high = Math.ceil(most / step) * step;
  const round = (v: number): number => Number(v.toPrecision(10));
  const ends = {
    low: typeof floor === "number" ? Math.max(floor, round(low)) : round(low),
    high: typeof ceiling === "number" ? Math.min(ceiling, round(high)) : round(high),
  };
  return ends.high > ends.low ? { ...ends, log } : { low: round(low - step), high: round(low + step), log };
}

function ladder(value: number, side: -1 | 1): number {
  const rung =
    side === 1 ? LADDER.find((r) => r >= value && r > 1) : LADDER.toReversed().find((r) => r <= value && r < 1);
  return rung ?? (side === 1 ? LADDER.at(-1)! : LADDER[0]!);
}

const LOG_TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.8, 1, 1.25, 2, 5, 10, 20, 50, 100];

/** What a logarithmic axis of Vega-Lite needs besides its scale: few ticks, at ratios that people say. */
export function logTicks({ low, high }: AxisRange): object {
  return { values: LOG_TICKS.filter((v) => v >= low && v <= high), labelExpr: "format(datum.value, '.4~f')" };
}
