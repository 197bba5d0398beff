import type { Section } from "../section.ts";

/** The words of the report, each with one meaning. */
export const glossary: Section = {
  id: "glossary",
  blocks: ({ report, words, metricName }) => [
    {
      kind: "facts",
      items: [
        ...words.glossary.map(({ name, meaning }) => ({ term: name, text: meaning })),
        ...report.metrics.flatMap(({ id }) => (words.metric[id] === undefined ? [] : [{ term: metricName(id), text: words.metric[id].meaning }])),
      ],
    },
  ],
};
