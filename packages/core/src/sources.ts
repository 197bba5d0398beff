import type { Source } from "./source.ts";
import { csv } from "./sources/csv.ts";

/** The formats that can be read, in the order in which content is tried. */
export const SOURCES: readonly Source[] = [csv];
