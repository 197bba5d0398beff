import type { Section } from "../section.ts";
import { curveBlocks } from "./curves.ts";
import { findingBlocks } from "./findings.ts";

/** Whether acting on the score would do more good than acting on everybody or on nobody. */
export const utility: Section = {
  id: "utility",
  blocks: (view) => {
    const curves = curveBlocks(view, "utility");
    const between = findingBlocks(view, ["net-benefit-between-groups"]);
    if (curves.length + between.length === 0) return [];
    return [{ kind: "paragraph", text: view.words.label.utilityIntro }, ...curves, ...between];
  },
};
