import type { GoldenMethod } from "../pack.ts";

export const drift: readonly GoldenMethod[] = [];
