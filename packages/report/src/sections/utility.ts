import type { Section } from "../section.ts";
import { curveBlocks } from "./curves.ts";

/** Whether acting on the score would do more good than acting on everybody or on nobody. */
export const utility: Section = {
  id: "utility",
  blocks: (view) => {
    const curves = curveBlocks(view, "utility");
    return curves.length === 0 ? [] : [{ kind: "paragraph", text: view.words.label.utilityIntro }, ...curves];
  },
};
