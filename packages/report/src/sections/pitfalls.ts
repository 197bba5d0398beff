import type { Section } from "../section.ts";
import { findingBlocks } from "./findings.ts";

/** Whether the outcome stands in for the need, and whether treatment hides the risk. */
export const pitfalls: Section = {
  id: "pitfalls",
  blocks: (view) => findingBlocks(view, ["label-choice", "proxy-association", "treatment-masking", "model-probe"]),
};
