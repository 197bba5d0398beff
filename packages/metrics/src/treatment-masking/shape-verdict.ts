import type { MonotoneProjection } from "./monotone-projection.ts";

/** Whether a model's own term goes the declared way at every step. */
export type ShapeVerdict = "order_kept" | "order_violated";

/** Models compute with six to seven digits. */
const ROUNDING = 1e-6;

/**
 * With standard errors: violated where a step goes against the direction by more than its simultaneous interval allows.
 * Without them the shape is what the model does, and any step against the direction (beyond rounding) is one.
 */
export function shapeVerdict({ contraryDrops, violation }: MonotoneProjection, hasErrors: boolean): ShapeVerdict {
  return (hasErrors ? contraryDrops.length > 0 : violation > ROUNDING) ? "order_violated" : "order_kept";
}
