import type { Section } from "../section.ts";

/** The words of the report, each with one meaning. */
export const glossary: Section = {
  id: "glossary",
  blocks: (view) => {
    const { words, report } = view;
    const ids = [...new Set(report.metrics.map(({ id, of }) => of?.metric ?? id))];
    const metrics = ids.flatMap((id) => {
      const term = words.metric[id];
      return term === undefined ? [] : [{ term: term.name, text: term.meaning }];
    });
    const terms = words.glossary.map(({ name, meaning }) => ({ term: name, text: meaning }));
    return [{ kind: "facts", items: [...terms, ...metrics] }];
  },
};
