import { describe, expect, test } from "vitest";
import { recalibrate, recalibrateIntercept } from "../../src/calibration/recalibration.ts";
import { withoutBlock } from "../../src/inference/without-block.ts";
import { countScores } from "../../src/index.ts";
import { defined } from "../defined.ts";

/** Rows whose outcomes follow the score, in 8 blocks. */
const rows = Array.from({ length: 240 }, (_, i) => ({
  score: (1 + ((i * 37) % 120)) / 121,
  outcome: (i * 29) % 121 < 1 + ((i * 37) % 120) ? 1 : 0,
  block: (i * 13) % 8,
}));
const counted = (of: typeof rows, weighted: boolean): ReturnType<typeof countScores> =>
  countScores(
    of.map((r) => r.score),
    of.map((r) => r.outcome),
    weighted ? of.map((r) => 1 + (r.block % 3)) : undefined,
  );

describe("a fit that lacks a block begins at the whole's coefficients, and ends where it would from 0", () => {
  test.each([false, true])("weighted: %s", (weighted) => {
    const total = counted(rows, weighted);
    defined(recalibrate(total));
    defined(recalibrateIntercept(total));
    for (let block = 0; block < 8; block++) {
      const left = withoutBlock(
        total,
        counted(
          rows.filter((r) => r.block === block),
          weighted,
        ),
      );
      // The same counts, of which nobody knows that they lack a block.
      const alone = structuredClone(left);
      const [near, far] = [left, alone].map((counts) => defined(recalibrate(counts)));
      expect(near.slope).toBeCloseTo(far.slope, 12);
      expect(near.intercept).toBeCloseTo(far.intercept, 12);
      expect(near.slopeStandardError).toBeCloseTo(far.slopeStandardError, 12);
      const [shift, shiftAlone] = [left, alone].map((counts) => defined(recalibrateIntercept(counts)));
      expect(shift.intercept).toBeCloseTo(shiftAlone.intercept, 12);
    }
  });
});
