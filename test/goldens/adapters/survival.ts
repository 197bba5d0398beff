import type { GoldenMethod } from "../pack.ts";

export const survival: readonly GoldenMethod[] = [];
