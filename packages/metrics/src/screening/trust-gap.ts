import { newcombeDifference } from "../inference/proportion-difference.ts";
import { type Proportion, type Range, wilsonLimits } from "../inference/proportion.ts";
import { isUndefined } from "../result.ts";

/** People whom only one side flagged, and what became of them. */
export interface FlaggedAlone {
  readonly flagged: number;
  readonly recalled: number;
  /** Recalled and verified, and with the disease among them. */
  readonly verified: number;
  readonly diseased: number;
}

export interface TrustGap {
  readonly model: FlaggedAlone;
  readonly readers: FlaggedAlone;
  /** Share recalled at consensus; null where nobody was flagged so. Of the model's less that of the readers'. */
  readonly recall: Compared;
  /** Share with the disease of those recalled and verified. */
  readonly ppv: Compared;
}

export interface Compared {
  readonly model: (Range & { readonly value: number }) | null;
  readonly readers: (Range & { readonly value: number }) | null;
  readonly difference: number | null;
  readonly interval: Range | null;
}

/**
 * What consensus makes of those whom only the model flagged, against those whom only readers flagged. Fewer recalls with
 * a higher share of disease mean that readers dismiss the model's flags where they should not.
 *
 * One value a person: flagged by the model, by any reader, recalled (1 or 0), verified, and disease (1 or 0 where verified).
 * Shares by Wilson, differences by Newcombe: the two groups are other people. Assumes independent people.
 *
 * @see Dembrower et al (2025) Radiology 314:e242566.
 */
export function trustGap(
  people: {
    readonly model: ArrayLike<number>;
    readonly readers: ArrayLike<number>;
    readonly recalled: ArrayLike<number>;
    readonly verified: ArrayLike<number>;
    readonly disease: ArrayLike<number>;
  },
  level: number,
): TrustGap {
  const [model, readers] = [alone(people, people.model, people.readers), alone(people, people.readers, people.model)];
  return {
    model,
    readers,
    recall: compared(
      { hits: model.recalled, rows: model.flagged },
      { hits: readers.recalled, rows: readers.flagged },
      level,
    ),
    ppv: compared(
      { hits: model.diseased, rows: model.verified },
      { hits: readers.diseased, rows: readers.verified },
      level,
    ),
  };
}

function alone(
  { recalled, verified, disease }: Parameters<typeof trustGap>[0],
  by: ArrayLike<number>,
  others: ArrayLike<number>,
): FlaggedAlone {
  const found = { flagged: 0, recalled: 0, verified: 0, diseased: 0 };
  for (let i = 0; i < by.length; i++) {
    if (by[i] !== 1 || others[i] !== 0) continue;
    found.flagged += 1;
    if (recalled[i] !== 1) continue;
    found.recalled += 1;
    if (verified[i] !== 1) continue;
    found.verified += 1;
    if (disease[i] === 1) found.diseased += 1;
  }
  return found;
}

function compared(model: Proportion, readers: Proportion, level: number): Compared {
  const shareOf = (of: Proportion) => (of.rows > 0 ? { ...wilsonLimits(of, level) } : null);
  const [first, second] = [shareOf(model), shareOf(readers)];
  const interval = newcombeDifference(model, readers, level);
  return {
    model: first,
    readers: second,
    difference: first === null || second === null ? null : first.value - second.value,
    interval: isUndefined(interval) ? null : interval,
  };
}
