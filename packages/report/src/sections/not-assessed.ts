import type { Text } from "../document.ts";
import type { Section } from "../section.ts";

/** Everything that a reader might expect and that is not here, each with its reason. */
export const notAssessed: Section = {
  id: "not-assessed",
  blocks: (view) => {
    const { report, words } = view;
    return [
      {
        kind: "facts",
        items: report.notAssessed.map(({ code, subgroups, curve }) => {
          const { name, meaning } = words.notAssessed[code];
          const term = curve === undefined ? name : `${name}: ${view.curveName(curve)}`;
          const whom = subgroups === undefined ? "" : ` ${subgroups.map((id) => view.subgroupName(id)).join("; ")}.`;
          const text: Text = `${meaning}${whom}`;
          return { term, text };
        }),
      },
    ];
  },
};
