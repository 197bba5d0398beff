import type { GoldenMethod } from "../pack.ts";

export const validation: readonly GoldenMethod[] = [];
