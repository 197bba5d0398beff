import { NOT_RECORDED, type Subgroup, type Tally } from "@auscult/core";
import type { Label, Phrase } from "../phrases.ts";

/** A subgroup in words: each attribute's label with its level, "everybody" where it is nobody's. */
export function subgroupLabel(tally: Tally, { of }: Subgroup): Phrase {
  if (of.length === 0) return { say: "everybody" };
  return of
    .map(({ attribute, level }) => levelLabel(tally, attribute, level))
    .reduce((first, second) => ({ say: "and", with: { first, second } }));
}

function levelLabel(tally: Tally, attribute: string, level: string): Phrase {
  const label = tally.attributes.find(({ id }) => id === attribute)?.label ?? attribute;
  return {
    say: "groupLevel",
    with: { attribute: label, level: level === NOT_RECORDED ? { say: "notRecorded" } : level },
  };
}

/** A list of labels as one. */
export function listed(labels: readonly Phrase[]): Label | undefined {
  if (labels.length === 0) return undefined;
  return labels.reduce((first, second) => ({ say: "and", with: { first, second } }));
}

/** A metric in words, with its threshold where it has one. */
export function metricLabel(metric: string, threshold: number | undefined): Phrase {
  return threshold === undefined
    ? { say: "metricName", with: { metric } }
    : { say: "metricAt", with: { metric, threshold } };
}
