import type { GoldenMethod } from "../pack.ts";

export const proportions: readonly GoldenMethod[] = [];
