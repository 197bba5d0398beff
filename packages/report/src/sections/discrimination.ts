import { byClass } from "../class-view.ts";
import type { Block } from "../document.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";
import { curveBlocks } from "./curves.ts";

/** ROC and precision-recall curves. */
export const discrimination: Section = {
  id: "discrimination",
  blocks: (view) => {
    const several = view.report.study.outcome.kind === "multi-class";
    const of = (one: View): Block[] => curveBlocks(one, "discrimination");
    const curves = several ? byClass(view, of) : of(view);
    return curves.length === 0
      ? []
      : [{ kind: "paragraph", text: view.words.discriminationIntro[view.report.study.outcome.kind] }, ...curves];
  },
};
