import type { FindingNumber } from "../finding.ts";
import type { EqualScore, LabelChoiceAnalysis, NeedAnalysis } from "../label-choice/analyse-label-choice.ts";
import type { Swap } from "../label-choice/swap-simulation.ts";
import type { Label } from "../phrases.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { LabelChoiceNames } from "./label-choice-names.ts";
import type { ProgrammeThreshold } from "./label-choice-thresholds.ts";
import { asRatio, numberOf, percentileText, plainNumber } from "./numbers.ts";

/** The numbers of one need that a reader looks for first. */
export function labelChoiceNumbers(
  { label, top }: LabelChoiceAnalysis,
  need: NeedAnalysis,
  names: LabelChoiceNames,
  thresholds: readonly ProgrammeThreshold[],
): FindingNumber[] {
  const { group, reference } = names;
  const within = isUndefined(need.equalScore) ? need.equalScore : need.equalScore.within;
  return [
    gapNumber("labelGap", names.label, names, label.equalScore),
    gapNumber("needGap", names.need, names, need.equalScore),
    numberOf(
      [
        "needGapWithin",
        { say: "differenceWithinPercentiles", with: { measure: names.need, group, reference } },
        "number",
      ],
      isUndefined(within) ? within : within.gap,
    ),
    numberOf(
      [
        "labelAtEqualNeed",
        { say: "labelAtEqualNeed", with: { label: names.label, need: names.need, group, reference } },
        "ratio",
      ],
      isUndefined(need.labelAtNeed)
        ? need.labelAtNeed
        : need.labelAtNeed.ratio === null
          ? undefinedBecause("ZERO_DENOMINATOR")
          : { value: need.labelAtNeed.ratio, interval: need.labelAtNeed.ratioInterval },
    ),
    ...thresholds.flatMap((threshold, k) => atThreshold(top[k]!, need, names, threshold, k)),
  ];
}

function gapNumber(
  id: string,
  measure: string,
  { group, reference }: LabelChoiceNames,
  gap: EqualScore | Undefined,
): FindingNumber {
  const facts = { measure, group, reference };
  if (isUndefined(gap)) return numberOf([id, { say: "differenceAtEqualScore", with: facts }, "number"], gap);
  return gap.scale === "ratio"
    ? numberOf([id, { say: "ratioAtEqualScore", with: facts }, "ratio"], asRatio(gap.average))
    : numberOf([id, { say: "differenceAtEqualScore", with: facts }, "number"], gap.average);
}

function atThreshold(
  { orders }: LabelChoiceAnalysis["top"][number],
  need: NeedAnalysis,
  names: LabelChoiceNames,
  { percentile, top }: ProgrammeThreshold,
  k: number,
): FindingNumber[] {
  const { group } = names;
  const at = percentileText(percentile);
  const score = orders.find(({ by }) => by === "score")!;
  const byNeed = orders.find(({ by, id }) => by === "need" && id === need.id)!;
  const numbers = [score, byNeed].map((order) => {
    const by: Label = order === score ? { say: "byTheScore" } : names.need;
    return numberOf(
      [
        `top${at}By${order === score ? "Score" : "Need"}`,
        { say: "shareInTop", with: { group, top, by } },
        "proportion",
      ],
      isUndefined(order.top) ? order.top : { value: order.top.share, interval: order.interval },
    );
  });
  const places = need.places[k];
  const swaps = need.swaps[k]!;
  const swapped = (id: string, label: Label, swap: Swap | Undefined, interval: Interval | null): FindingNumber =>
    numberOf([`swap${at}${id}`, label, "proportion"], isUndefined(swap) ? swap : { value: swap.shareAfter, interval });
  if (!isUndefined(score.top) && !isUndefined(byNeed.top))
    numbers.push(
      numberOf([`more${at}`, { say: "moreInTop", with: { group, top, need: names.need } }, "number"], {
        value: byNeed.top.members - score.top.members,
        interval: places?.more ?? null,
      }),
    );
  numbers.push(
    swapped("ByNeed", { say: "shareIfNeediest", with: { group, top } }, swaps.byNeed, places?.shareIfNeediest ?? null),
    swapped(
      "Corrected",
      { say: "shareAfterSwaps", with: { group, percentile: at } },
      swaps.corrected,
      places?.shareAfterSwaps ?? null,
    ),
  );
  if (swaps.published !== undefined)
    numbers.push(
      plainNumber(
        [`swap${at}Published`, { say: "shareAfterPublishedSwaps", with: { group, percentile: at } }, "proportion"],
        isUndefined(swaps.published) ? swaps.published : swaps.published.shareAfter,
      ),
    );
  return numbers;
}
