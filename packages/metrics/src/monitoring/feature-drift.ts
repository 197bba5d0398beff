import { type UnitChange, unitChange } from "../cohort-comparison/unit-change.ts";
import { newcombeDifference } from "../inference/proportion-difference.ts";
import type { Range } from "../inference/proportion.ts";
import { isUndefined, type Undefined } from "../result.ts";
import { type Median, medianLimits, medianRatio } from "./median-limits.ts";
import type { MonitoringVerdict } from "./population-result.ts";

/** One feature from one source in one period, one value a person; NaN where missing. */
export interface FeatureCell {
  readonly source: number;
  readonly period: number;
  readonly values: Float64Array;
}

/** What a cell is beside the baseline of its source. */
export interface CellDrift {
  readonly source: number;
  readonly period: number;
  readonly rows: number;
  readonly missing: number;
  readonly median: Median | Undefined;
  /** Of the cell's median to the baseline's; of a column of amounts only. */
  readonly ratio: Median | Undefined | undefined;
  /** Share missing, less in the baseline. */
  readonly missingChange: (Range & { readonly value: number }) | undefined;
  readonly unit: UnitChange | undefined;
  readonly inBaseline: boolean;
}

export interface FeatureMargins {
  /** Smallest and largest ratio of medians, and largest change of the share missing, that do not matter. */
  readonly median: readonly [number, number];
  readonly missing: number;
}

/**
 * A feature beside its own baseline, source by source. `level` is that of each interval: the caller divides what may be
 * wrong over all cells of all features (Bonferroni), so that the intervals hold together.
 */
export function featureDrift(
  cells: readonly FeatureCell[],
  isBaseline: (period: number) => boolean,
  { level, numeric, analyte }: { readonly level: number; readonly numeric: boolean; readonly analyte?: string },
): CellDrift[] {
  const sources = [...new Set(cells.map(({ source }) => source))];
  return sources.flatMap((source) => {
    const own = cells.filter((cell) => cell.source === source);
    const before = Float64Array.from(
      own.filter(({ period }) => isBaseline(period)).flatMap(({ values }) => [...values]),
    );
    const known = medianLimits(numeric ? before : [], level);
    return own.map(({ period, values }): CellDrift => {
      const missing = missingIn(values);
      const median = medianLimits(numeric ? values : [], level);
      const inBaseline = isBaseline(period);
      const difference = newcombeDifference(
        { hits: missing, rows: values.length },
        { hits: missingIn(before), rows: before.length },
        level,
      );
      return {
        source,
        period,
        rows: values.length,
        missing,
        median,
        ratio: numeric ? medianRatio(median, known) : undefined,
        missingChange: isUndefined(difference)
          ? undefined
          : { value: missing / values.length - missingIn(before) / before.length, ...difference },
        unit: numeric && !inBaseline ? unitChange(before, values, analyte) : undefined,
        inBaseline,
      };
    });
  });
}

function missingIn(values: Float64Array): number {
  return values.reduce((n, value) => n + (Number.isNaN(value) ? 1 : 0), 0);
}

/** What the intervals of a cell say against the margins. */
export function cellVerdict(
  { ratio, missingChange }: CellDrift,
  { median, missing }: FeatureMargins,
): { readonly median: Position; readonly missing: Position } {
  return {
    median:
      ratio === undefined
        ? "within"
        : isUndefined(ratio)
          ? "unknown"
          : positionOf(ratio, { low: median[0], high: median[1] }),
    missing: missingChange === undefined ? "unknown" : positionOf(missingChange, { low: -missing, high: missing }),
  };
}

type Position = "within" | "beyond" | "across" | "unknown";

function positionOf(interval: Range, margin: Range): Position {
  if (interval.low > margin.low && interval.high < margin.high) return "within";
  return interval.low >= margin.high || interval.high <= margin.low ? "beyond" : "across";
}

/** One cell beyond a margin is a signal; within limits only where every cell is; nothing after the baseline: not assessable. */
export function featureVerdict(cells: readonly CellDrift[], margins: FeatureMargins): MonitoringVerdict {
  const later = cells.filter(({ inBaseline }) => !inBaseline).map((cell) => cellVerdict(cell, margins));
  const positions = later.flatMap(({ median, missing }) => [median, missing]);
  if (positions.includes("beyond")) return "signal_shown";
  if (positions.every((position) => position === "unknown")) return "not_assessable";
  return positions.every((position) => position === "within") ? "within_limits" : "no_signal_inconclusive";
}
