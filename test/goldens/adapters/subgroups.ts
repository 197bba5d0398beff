import type { GoldenMethod } from "../pack.ts";

export const subgroups: readonly GoldenMethod[] = [];
