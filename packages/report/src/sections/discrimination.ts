import type { Section } from "../section.ts";
import { curveBlocks } from "./curves.ts";

/** ROC and precision-recall curves. */
export const discrimination: Section = {
  id: "discrimination",
  blocks: (view) => {
    const curves = curveBlocks(view, "discrimination");
    return curves.length === 0
      ? []
      : [{ kind: "paragraph", text: view.words.discriminationIntro[view.report.study.outcome.kind] }, ...curves];
  },
};
