import type { Engine } from "./engine.ts";
import { duckdb } from "./engines/duckdb.ts";
import { memory } from "./engines/memory.ts";

/** Engines, the default first. */
export const ENGINES: readonly Engine[] = [memory, duckdb];
