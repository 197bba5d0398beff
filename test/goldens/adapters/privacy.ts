import type { GoldenMethod } from "../pack.ts";

export const privacy: readonly GoldenMethod[] = [];
