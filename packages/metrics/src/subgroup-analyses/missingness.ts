import { type Attribute, type Cohort, EVENT, subgroup, UNKNOWN } from "@auscult/core";
import { completeCases, type FieldMissingness } from "../data-problems/missingness.ts";
import type { Label, Phrase } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import type { RowAnalysis } from "../row-analysis.ts";

/** Share of a subgroup's rows above which its missingness is called excessive (methods 0.8). */
const TOLERATED = 0.05;
const FIELDS: readonly { readonly id: string; readonly name: Phrase }[] = [
  { id: "score", name: { say: "theScore" } },
  { id: "outcome", name: { say: "theOutcome" } },
];

/**
 * Whether scores or outcomes are missing more often in some subgroups, before anything is left out; and, where outcomes
 * are missing, between what limits the event rate must lie whatever the missing ones were.
 *
 * @see methods I1, 0.8; Little & Rubin (2019) Statistical Analysis with Missing Data; Manski (1990) Am Econ Rev 80:319-323.
 */
export const missingnessAnalysis: RowAnalysis = {
  id: "missingness",
  source: ["Little & Rubin (2019) Statistical Analysis with Missing Data", "Manski (1990) Am Econ Rev 80:319-323"],
  columns: () => [],
  analyse(cohort, { policy }) {
    const fields = [
      { id: "score", missing: Array.from(cohort.score, Number.isNaN) },
      { id: "outcome", missing: Array.from(cohort.outcome, (outcome) => outcome === UNKNOWN) },
    ];
    if (cohort.attributes.length === 0 || fields.every(({ missing }) => !missing.includes(true))) return [];
    const rows = cohort.attributes.flatMap((attribute) =>
      completeCases(fields, { codes: attribute.codes, levels: attribute.levels }, { level: policy.level })
        .fields.filter(({ missing }) => missing > 0)
        .map((field) => rowOf(attribute, field)),
    );
    const bounds = cohort.attributes.flatMap((attribute) => boundsOf(attribute, cohort));
    return [
      {
        id: "missingness",
        kind: "missingness",
        subject: { say: "missingnessBySubgroup" },
        verdict: "described",
        scope: "counts",
        exploratory: false,
        notes: [{ say: "missingnessNote" }],
        numbers: [],
        tables: [
          {
            id: "missingness",
            caption: { say: "missingnessCaption", with: { tolerated: 100 * TOLERATED } },
            columns: [
              { id: "field", label: { say: "missingField" }, unit: "text" },
              { id: "attribute", label: { say: "attribute" }, unit: "text" },
              { id: "least", label: { say: "leastMissing" }, unit: "text" },
              { id: "leastShare", label: { say: "lowest" }, unit: "proportion" },
              { id: "most", label: { say: "mostMissing" }, unit: "text" },
              { id: "mostShare", label: { say: "highest" }, unit: "proportion" },
              { id: "excessive", label: { say: "aboveTolerated" }, unit: "count" },
              { id: "p", label: { say: "pAllEqual" }, unit: "p" },
            ],
            rows,
          },
          ...(bounds.length === 0
            ? []
            : [
                {
                  id: "bounds",
                  caption: { say: "eventRateBounds" } as const,
                  columns: [
                    { id: "subgroup", label: { say: "group" }, unit: "text" },
                    { id: "known", label: { say: "eventRateKnown" }, unit: "proportion" },
                    { id: "low", label: { say: "eventRateLow" }, unit: "proportion" },
                    { id: "high", label: { say: "eventRateHigh" }, unit: "proportion" },
                  ] as const,
                  rows: bounds,
                },
              ]),
        ],
        charts: [],
        source: missingnessAnalysis.source,
      },
    ];
  },
};

function rowOf({ id, label }: Attribute, { id: field, groups, equalMissingness }: FieldMissingness) {
  const filled = groups.filter((g) => g.share !== undefined).toSorted((a, b) => a.share! - b.share!);
  const [least, most] = [filled[0]!, filled.at(-1)!];
  return [
    FIELDS.find((f) => f.id === field)!.name,
    label,
    levelOf(id, least.level),
    least.share!,
    levelOf(id, most.level),
    most.share!,
    filled.filter(({ excessive }) => excessive).length,
    isUndefined(equalMissingness) ? null : equalMissingness.p,
  ];
}

/** Events over all rows were every missing outcome none, and were every one an event. */
function boundsOf({ id, levels, codes }: Attribute, { outcome }: Cohort) {
  const counts = levels.map(() => ({ rows: 0, events: 0, missing: 0 }));
  for (const [row, code] of codes.entries()) {
    const of = counts[code]!;
    of.rows += 1;
    if (outcome[row] === EVENT) of.events += 1;
    if (outcome[row] === UNKNOWN) of.missing += 1;
  }
  return counts.flatMap(({ rows, events, missing }, code) => {
    if (missing === 0) return [];
    const known = rows > missing ? events / (rows - missing) : null;
    return [[levelOf(id, levels[code]!), known, events / rows, (events + missing) / rows]];
  });
}

function levelOf(attribute: string, level: string): Label {
  return { subgroup: subgroup({ attribute, level }).id };
}
