import type { Curve } from "./curve.ts";

/** Every curve, in the report's order. */
export const curves: readonly Curve[] = [];
