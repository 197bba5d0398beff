import type { GoldenMethod } from "../pack.ts";

export const threshold: readonly GoldenMethod[] = [];
