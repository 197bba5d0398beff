import type { GoldenMethod } from "../pack.ts";

export const utility: readonly GoldenMethod[] = [];
