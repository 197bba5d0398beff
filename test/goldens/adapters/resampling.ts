import type { GoldenMethod } from "../pack.ts";

export const resampling: readonly GoldenMethod[] = [];
