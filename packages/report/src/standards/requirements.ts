import { readFileSync } from "node:fs";
import { type Requirements, requirementsSchema } from "./requirement.ts";

/** Data, not code: it lies in src whether this runs from dist or from source. */
const PLACE = new URL("../../src/standards/requirements.json", import.meta.url);

let known: Requirements | undefined;

/**
 * What standards, laws and guidelines ask as evidence, in our own words, with how each row was checked. Read once. A new edition is a
 * new file, with a new `prepared`.
 */
export function requirements(): Requirements {
  known ??= requirementsSchema.parse(JSON.parse(readFileSync(PLACE, "utf8")));
  return known;
}
