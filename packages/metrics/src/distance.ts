import type { Undefined } from "./result.ts";

/** How far apart two samples of one or several variables are: what the reports and the conformance tests need to know of it. */
interface DistanceFacts {
  readonly id: string;
  readonly name: string;
  /** 0 is none, whatever the distance; may fall below it where it is debiased. */
  readonly range: readonly [low: number, high: number];
  /** Above 0 by chance alone, though nothing differs. */
  readonly liftedByChance: boolean;
  readonly source: readonly string[];
}

/** (reference, here) → value. Metadata is data; nothing branches on `id`. Pure: the samples are left as they are. */
export type Distance = DistanceFacts &
  (
    | {
        /** Rows at each bin or level, parallel to each other. */
        readonly of: "counts";
        between(reference: Float64Array, here: Float64Array): number | Undefined;
      }
    | {
        /** Values of one number; missing ones (NaN) are left out. */
        readonly of: "numbers";
        between(reference: Float64Array, here: Float64Array): number | Undefined;
      }
    | {
        /** Columns of several numbers, parallel to each other; none missing. */
        readonly of: "rows";
        between(reference: readonly Float64Array[], here: readonly Float64Array[]): number | Undefined;
      }
  );
