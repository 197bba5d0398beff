import type { FindingLead } from "../finding.ts";
import type { EqualScore, LabelChoiceAnalysis, NeedAnalysis } from "../label-choice/analyse-label-choice.ts";
import type { LabelChoiceVerdict } from "../label-choice/label-choice-verdict.ts";
import type { Label, Phrase, Quantity } from "../phrases.ts";
import { type Interval, isUndefined, type Undefined } from "../result.ts";
import type { LabelChoiceNames } from "./label-choice-names.ts";
import type { ProgrammeThreshold } from "./label-choice-thresholds.ts";
import { asRatio } from "./numbers.ts";

const SAYS = {
  label_choice_bias_supported: "leadSupported",
  label_choice_bias_supported_proxy_overpredicted: "leadOverpredicted",
  general_underprediction: "leadGeneral",
  need_gap_proxy_inconclusive: "leadProxyInconclusive",
  no_material_need_gap: "leadNoGap",
  inconclusive_need_gap: "leadInconclusive",
  margin_not_declared: "leadNoMargin",
} as const satisfies Partial<Record<LabelChoiceVerdict, Phrase["say"]>>;

/**
 * The finding for a reader who has never heard of label choice: what is wrong, for whom, how many patients at the
 * declared thresholds, and how it comes about. Made from the verdict and its numbers, and claims no more than they do.
 */
export function labelChoiceLead(
  { label, top, rows }: LabelChoiceAnalysis,
  need: NeedAnalysis,
  names: LabelChoiceNames,
  thresholds: readonly ProgrammeThreshold[],
  seenWithoutCare: boolean,
): FindingLead[] {
  const { verdict } = need;
  if (verdict === "not_estimable" || isUndefined(label.equalScore) || isUndefined(need.equalScore)) return [];
  const { group, reference } = names;
  const passedOver = need.equalScore.average.value > 0 ? group : reference;
  const what: Label = {
    say: SAYS[verdict],
    with: {
      label: names.label,
      need: names.need,
      group,
      reference,
      labelGap: gapOf(label.equalScore),
      needGap: gapOf(need.equalScore),
      passedOver,
    },
  };
  const weak: Label[] =
    verdict === "no_material_need_gap" && !seenWithoutCare
      ? [{ say: "leadNoGapWeak", with: { need: names.need } }]
      : [];
  const whom: Label = {
    say: "leadWhom",
    with: { group, reference, groupRows: rows.group.rows, referenceRows: rows.reference.rows },
  };
  const cause = verdict.startsWith("label_choice_bias_supported") ? mechanism(need, names) : undefined;
  return [
    { head: "what", text: [what, ...weak] },
    { head: "whom", text: [whom] },
    ...thresholds.map(
      (threshold, k): FindingLead => ({
        head: "howMany",
        text: placesAt(top[k]!, need, names, threshold, k),
      }),
    ),
    ...(cause === undefined ? [] : [{ head: "why" as const, text: [cause] }]),
  ];
}

/** A gap at equal score in words: a difference is higher or lower by its size, a ratio stands as it is. */
function gapOf({ scale, average }: EqualScore): Phrase {
  if (scale === "ratio") {
    const { value, interval } = asRatio(average);
    return { say: "gapTimes", with: { ratio: quantity(value, "ratio", interval) } };
  }
  if (average.value >= 0)
    return { say: "gapHigher", with: { by: quantity(average.value, "number", average.interval) } };
  return { say: "gapLower", with: { by: quantity(-average.value, "number", mirrored(average.interval)) } };
}

function placesAt(
  { orders }: LabelChoiceAnalysis["top"][number],
  need: NeedAnalysis,
  { group, need: needName }: LabelChoiceNames,
  { top, reason }: ProgrammeThreshold,
  k: number,
): Label[] {
  const score = orders.find(({ by }) => by === "score")!;
  if (isUndefined(score.top) || need.thresholds[k] === undefined || nobody(need.thresholds[k].selected))
    return [{ say: "leadNobodyAbove", with: { top } }];
  const { members, places, share } = score.top;
  const held: Label = {
    say: "leadPlaces",
    with: {
      top,
      because: reason,
      group,
      members: Math.round(members),
      places: Math.round(places),
      share: { value: share, unit: "proportion" },
    },
  };
  const byNeed = orders.find(({ by, id }) => by === "need" && id === need.id)!;
  if (isUndefined(byNeed.top)) return [held];
  const facts = { need: needName, members: Math.round(byNeed.top.members) };
  const more = Math.round(byNeed.top.members - members);
  const interval = whole(need.places[k]?.more ?? null);
  if (more > 0) return [held, { say: "leadPlacesMore", with: { ...facts, more: quantity(more, "count", interval) } }];
  if (more === 0) return [held, { say: "leadPlacesAlike", with: facts }];
  return [held, { say: "leadPlacesFewer", with: { ...facts, fewer: quantity(-more, "count", mirrored(interval)) } }];
}

function nobody(selected: { readonly reason?: string } | object): boolean {
  return "reason" in selected && selected.reason === "NONE_ABOVE_THRESHOLD";
}

/** Whether the same need leaves less of the label behind in the group. */
function mechanism({ labelAtNeed }: NeedAnalysis, names: LabelChoiceNames): Label | undefined {
  if (isUndefined(labelAtNeed) || labelAtNeed.ratio === null || labelAtNeed.ratioInterval === null) return undefined;
  const { ratio, ratioInterval } = labelAtNeed;
  const facts = { label: names.label, need: names.need, ratio: quantity(ratio, "ratio", ratioInterval) };
  const between = { ...facts, group: names.group, reference: names.reference };
  if (ratioInterval.high < 1) return { say: "leadCheaper", with: between };
  if (ratioInterval.low > 1) return { say: "leadDearer", with: between };
  return { say: "leadMechanismOpen", with: facts };
}

type Limits = Pick<Interval, "low" | "high">;

function quantity(value: number, unit: Quantity["unit"], interval: Limits | null): Quantity {
  const known = interval !== null && Number.isFinite(interval.low) && Number.isFinite(interval.high);
  return known ? { value, unit, low: interval.low, high: interval.high } : { value, unit };
}

function mirrored(interval: Limits | null): Limits | null {
  return interval === null ? null : { low: -interval.high, high: -interval.low };
}

function whole(interval: Limits | null): Limits | null {
  return interval === null ? null : { low: Math.round(interval.low), high: Math.round(interval.high) };
}

/** Why a need could not be judged, in words that say what to look at. */
export function labelChoiceObstacle(
  { reason }: Undefined,
  names: LabelChoiceNames,
  known: { readonly groupRows: number; readonly referenceRows: number },
): Label {
  const { label, need, group, reference } = names;
  switch (reason) {
    case "MISSING_INPUT":
      return { say: "cannotNeedMissing", with: { need, group, reference, ...known } };
    case "LABEL_EQUALS_NEED":
      return { say: "cannotLabelIsNeed", with: { label, need } };
    case "CONSTANT_VALUE":
      return { say: "cannotConstant", with: { measure: need } };
    case "EMPTY_GROUP":
      return { say: "cannotGroupEmpty", with: { group, reference, ...known } };
    case "NO_ROWS":
      return { say: "cannotNoScores" };
    default:
      return { say: "cannotOther" };
  }
}
