import type { Section } from "../section.ts";
import { findingBlocks } from "./findings.ts";

/** Whether what was claimed holds on these patients, and has held since. */
export const localValidation: Section = {
  id: "local-validation",
  blocks: (view) =>
    findingBlocks(view, [
      "model-run",
      "claim",
      "cohort-comparison",
      "drift",
      "monitoring",
      "updating",
      "model-change",
      "readers",
      "sites",
    ]),
};
