import type { GoldenMethod } from "../pack.ts";

export const screening: readonly GoldenMethod[] = [];
