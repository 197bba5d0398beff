import type { FindingTable } from "../finding.ts";
import type { LabelChoiceAnalysis, NeedAnalysis } from "../label-choice/analyse-label-choice.ts";
import type { Swap } from "../label-choice/swap-simulation.ts";
import type { Label } from "../phrases.ts";
import { type Interval, isUndefined, type Undefined } from "../result.ts";
import type { LabelChoiceNames } from "./label-choice-names.ts";
import type { ProgrammeThreshold } from "./label-choice-thresholds.ts";
import { limits, percentileText } from "./numbers.ts";

const THRESHOLD = { id: "threshold", label: { say: "threshold" }, unit: "text" } as const;
const ORDER = { id: "order", label: { say: "orderedBy" }, unit: "text" } as const;
const LIMITS = [
  { id: "low", label: { say: "low" }, unit: "proportion" },
  { id: "high", label: { say: "high" }, unit: "proportion" },
] as const;

/** Who is in the top by the score, the label, each need and each other score. */
export function compositionTable(
  { top }: LabelChoiceAnalysis,
  names: LabelChoiceNames,
  thresholds: readonly ProgrammeThreshold[],
): FindingTable {
  const { group } = names;
  return {
    id: "composition",
    caption: { say: "whoIsInTop" },
    columns: [
      THRESHOLD,
      ORDER,
      { id: "share", label: { say: "shareOf", with: { group } }, unit: "proportion" },
      ...LIMITS,
      { id: "members", label: { say: "inTheTop", with: { group } }, unit: "number" },
      { id: "places", label: { say: "places" }, unit: "number" },
      { id: "moreThanScore", label: { say: "moreThanByScore" }, unit: "proportion" },
    ],
    rows: top.flatMap(({ orders }, k) =>
      orders.map(({ id, by, top: share, interval, againstScore }) => {
        const of = isUndefined(share) ? undefined : share;
        return [
          thresholds[k]!.top,
          nameOf(by === "score" ? "score" : id, names),
          of?.share ?? null,
          ...limits(interval),
          of?.members ?? null,
          of?.places ?? null,
          againstScore?.value ?? null,
        ];
      }),
    ),
  };
}

/** What falls on the top by the score and each other score: Obermeyer's table 2. */
export function concentrationTable(
  { top }: LabelChoiceAnalysis,
  names: LabelChoiceNames,
  thresholds: readonly ProgrammeThreshold[],
): FindingTable {
  type Share = LabelChoiceAnalysis["top"][number]["concentration"][number]["groupShare"];
  const cells = (share: Share): (number | null)[] =>
    isUndefined(share) ? [null, null, null] : [share.value, share.standardError, share.publishedStandardError];
  return {
    id: "concentration",
    caption: { say: "whatFallsOnTop" },
    columns: [
      THRESHOLD,
      ORDER,
      { id: "what", label: { say: "what" }, unit: "text" },
      { id: "share", label: { say: "share" }, unit: "proportion" },
      { id: "standardError", label: { say: "standardError" }, unit: "proportion" },
      { id: "publishedStandardError", label: { say: "publishedStandardError" }, unit: "proportion" },
    ],
    rows: top.flatMap(({ concentration }, k) =>
      concentration.flatMap(({ id, groupShare, of }) => {
        const order = nameOf(id, names);
        const at = thresholds[k]!.top;
        const whose: Label = { say: "shareOf", with: { group: names.group } };
        return [
          [at, order, whose, ...cells(groupShare)],
          ...of.map((amount) => {
            const what: Label = { say: "shareOfAll", with: { measure: names.of(amount.id) } };
            return [at, order, what, ...cells(amount.share)];
          }),
        ];
      }),
    ),
  };
}

/** Places exchanged for need, by each procedure. */
export function swapTable(
  { swaps, places }: NeedAnalysis,
  { group }: LabelChoiceNames,
  thresholds: readonly ProgrammeThreshold[],
): FindingTable {
  type Row = (Label | number | null)[];
  const row = (
    at: Label,
    how: Label,
    swap: Swap | Undefined | undefined,
    interval: Interval | null | undefined,
  ): Row[] =>
    swap === undefined || isUndefined(swap)
      ? []
      : [[at, how, swap.above, swap.swaps, swap.shareBefore, swap.shareAfter, ...limits(interval)]];
  return {
    id: "swaps",
    caption: { say: "exchangesOfPlaces", with: { group } },
    columns: [
      THRESHOLD,
      { id: "how", label: { say: "procedure" }, unit: "text" },
      { id: "above", label: { say: "places" }, unit: "count" },
      { id: "swaps", label: { say: "exchanged" }, unit: "count" },
      { id: "before", label: { say: "shareBefore" }, unit: "proportion" },
      { id: "after", label: { say: "shareAfter" }, unit: "proportion" },
      ...LIMITS,
    ],
    rows: swaps.flatMap(({ percentile, byNeed, corrected, published }, k) => {
      const authors: Label = { say: "percentileAndAbove", with: { percentile: percentileText(percentile) } };
      return [
        ...row(thresholds[k]!.top, { say: "neediestForLeastNeedy" }, byNeed, places[k]?.shareIfNeediest),
        ...row(authors, { say: "authorsLoopCorrected" }, corrected, places[k]?.shareAfterSwaps),
        ...row(authors, { say: "authorsLoopPublished" }, published, null),
      ];
    }),
  };
}

function nameOf(id: string, names: LabelChoiceNames): Label {
  return id === "score" ? { say: "byTheScore" } : names.of(id);
}
