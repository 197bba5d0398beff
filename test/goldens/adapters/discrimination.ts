import type { GoldenMethod } from "../pack.ts";

export const discrimination: readonly GoldenMethod[] = [];
