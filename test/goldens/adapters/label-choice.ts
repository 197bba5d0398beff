import type { GoldenMethod } from "../pack.ts";

export const labelChoice: readonly GoldenMethod[] = [];
