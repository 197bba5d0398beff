import type { GoldenMethod } from "../pack.ts";

export const calibration: readonly GoldenMethod[] = [];
