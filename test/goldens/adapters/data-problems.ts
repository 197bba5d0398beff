import type { GoldenMethod } from "../pack.ts";

export const dataProblems: readonly GoldenMethod[] = [];
