import type { GoldenMethod } from "../pack.ts";

export const treatmentMasking: readonly GoldenMethod[] = [];
