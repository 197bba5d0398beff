import type { Section } from "../section.ts";
import { curveBlocks } from "./curves.ts";

/** Where the scores lie, in those with the outcome and those without. */
export const distribution: Section = {
  id: "distribution",
  blocks: (view) => curveBlocks(view, "distribution"),
};
