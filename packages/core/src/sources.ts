import type { Source } from "./source.ts";
import { arrow } from "./sources/arrow.ts";
import { csv } from "./sources/csv.ts";
import { json, ndjson } from "./sources/json.ts";
import { parquet } from "./sources/parquet.ts";

/** The formats that can be read, in the order in which content is tried; CSV takes any text and stands last. */
export const SOURCES: readonly Source[] = [parquet, arrow, json, ndjson, csv];
