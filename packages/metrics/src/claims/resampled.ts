import type { ScoreCounts } from "@auscult/core";
import { bootstrap } from "../inference/bootstrap.ts";
import { bootstrapNormalInterval } from "../inference/bootstrap-interval.ts";
import { jackknifeOf } from "../inference/jackknife.ts";
import { multinomialDraw } from "../inference/multinomial-draw.ts";
import { entryRows, resampledCounts } from "../inference/resampled-counts.ts";
import { withoutBlock } from "../inference/without-block.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Interval, isUndefined, type Undefined } from "../result.ts";

/** A subgroup's counts and, where its patients have several rows, those of each block of patients. */
export interface CountsInBlocks {
  readonly counts: ScoreCounts;
  readonly blocks?: readonly ScoreCounts[];
}

interface Value {
  readonly value: number;
  readonly interval: Interval | null;
}

/**
 * Values of any statistics of counts, each with an interval: from the jackknife over blocks of patients where there are
 * blocks, else from the bootstrap of rows (its standard deviation, about the value less its bias; methods K1).
 *
 * Undefined where the statistics are undefined in the data. An interval is `null` where too many resamples lack what the
 * statistics need, or nothing varies.
 */
export function resampled(
  { counts, blocks }: CountsInBlocks,
  statistics: (counts: ScoreCounts) => readonly number[] | Undefined,
  { level, seed, replicates }: { readonly level: number; readonly seed: number; readonly replicates: number },
): readonly Value[] | Undefined {
  const values = statistics(counts);
  if (isUndefined(values)) return values;
  if (blocks !== undefined) return overBlocks(counts, blocks, values, statistics, level);
  const rows = entryRows(counts);
  const drawn = bootstrap(
    multinomialDraw(rows, { seed }),
    rows,
    (m) => statistics(resampledCounts(counts, m)),
    replicates,
  );
  if (isUndefined(drawn)) return drawn;
  const whole = drawn.dropped === 0;
  return values.map((value, k) => {
    const sample = drawn.samples[k];
    if (!whole || sample === undefined || sample.sorted[0] === sample.sorted.at(-1)) return { value, interval: null };
    const made = bootstrapNormalInterval(sample, level);
    if (made === undefined) return { value, interval: null };
    return { value, interval: { low: made.low, high: made.high, level, method: made.method } };
  });
}

function overBlocks(
  counts: ScoreCounts,
  blocks: readonly ScoreCounts[],
  values: readonly number[],
  statistics: (counts: ScoreCounts) => readonly number[] | Undefined,
  level: number,
): readonly Value[] {
  const occupied = blocks.map(({ score }) => score.length > 0);
  const without = blocks.map((block, b) => (occupied[b] === true ? statistics(withoutBlock(counts, block)) : values));
  const defined = without.every((left) => !isUndefined(left));
  return values.map((value, k) => {
    if (!defined) return { value, interval: null };
    const found = jackknifeOf(
      without.map((left) => (left as readonly number[])[k]!),
      occupied,
    );
    if (isUndefined(found) || !(found.standardError > 0)) return { value, interval: null };
    const reach = studentTQuantile((1 + level) / 2, found.degreesOfFreedom) * found.standardError;
    return { value, interval: { low: value - reach, high: value + reach, level, method: "jackknife" } };
  });
}
