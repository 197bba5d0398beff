import type { AuditPlan } from "@auscult/core";
import type { LabelChoiceInput } from "../label-choice/analyse-label-choice.ts";
import type { Label } from "../phrases.ts";
import type { LabelChoicePlan } from "./label-choice.ts";
import type { LabelChoiceNames } from "./label-choice-names.ts";

type Need = LabelChoicePlan["needs"][number];

/** What limits a finding, and how it was made. */
export function labelChoiceNotes(
  input: LabelChoiceInput,
  need: Need,
  names: LabelChoiceNames,
  { policy, labelChoice }: { readonly policy: AuditPlan["policy"]; readonly labelChoice: LabelChoicePlan },
): { readonly notes: Label[]; readonly choices: Label[] } {
  const { percentileColumn, replicates, legacySwapLoop, margin } = labelChoice;
  const values = input.needs.find(({ id }) => id === need.label)!.values;
  const scored = input.score.reduce((n, s) => (Number.isNaN(s) ? n : n + 1), 0);
  const tied = repeated(input.score.length, (i) => (Number.isNaN(input.score[i]!) ? undefined : `${input.score[i]}`));
  const alike = repeated(input.score.length, (i) =>
    Number.isNaN(input.score[i]!)
      ? undefined
      : `${input.score[i]} ${input.label.values[i]} ${values[i]} ${input.side[i]}`,
  );
  const measured: Label[] = need.seenWithoutCare ? [] : [{ say: "needSeenOnlyWithCare", with: { need: names.need } }];
  const clustered = input.cluster !== undefined;
  const continuous = tied === 0;
  const notes: Label[] = [
    ...measured,
    { say: "byNeedUpperBound", with: { need: names.need } },
    { say: "alreadyHelped" },
    ...(clustered ? [{ say: "patientsRepeat" } as const] : []),
    ...(!clustered && alike > 0 && policy.assumeIndependentRows === undefined && isMostlyContinuous(tied, scored)
      ? [{ say: "rowsRepeatWithoutPatient", with: { rows: alike } } as const]
      : []),
  ];
  const choices: Label[] = [
    marginNote(names.label, margin),
    marginNote(names.need, need.margin),
    percentileColumn === undefined
      ? { say: "percentilesFromScore", with: { rows: scored } }
      : { say: "percentilesOwn", with: { column: percentileColumn } },
    ...(continuous ? [] : [{ say: "tiedScores", with: { rows: tied, all: scored } } as const]),
    ...(input.weight !== undefined
      ? [{ say: "swapsNeedUnweighted" } as const]
      : [
          ...(replicates === 0 ? [] : [{ say: "placesResampled", with: { replicates } } as const]),
          { say: "swapsAsCorrected", with: { group: names.group } } as const,
          ...(legacySwapLoop ? [{ say: "swapsAsPublishedToo" } as const] : []),
        ]),
  ];
  return { notes, choices };
}

/** Rows alike by chance are common where scores have few values; where they have many, they are suspect. */
function isMostlyContinuous(tied: number, scored: number): boolean {
  return tied < scored / 2;
}

/** Rows that share their key with another. */
function repeated(rows: number, key: (row: number) => string | undefined): number {
  const seen = new Map<string, number>();
  for (let i = 0; i < rows; i++) {
    const of = key(i);
    if (of !== undefined) seen.set(of, (seen.get(of) ?? 0) + 1);
  }
  return [...seen.values()].reduce((n, times) => (times > 1 ? n + times : n), 0);
}

function marginNote(measure: string, margin: Need["margin"]): Label {
  if (margin === undefined) return { say: "noMargin", with: { measure } };
  if ("ratio" in margin) {
    const [low, high] = margin.ratio;
    return { say: "marginRatio", with: { measure, low, high, reason: margin.reason } };
  }
  return { say: "marginDifference", with: { measure, by: margin.difference, reason: margin.reason } };
}
