import type { FindingNumber, FindingUnit } from "../finding.ts";
import { type PairedPredictiveValue, pairedPredictiveValue } from "../inference/paired-predictive-value.ts";
import { pairedRatio, type PairedTable, tangRatio } from "../inference/paired-proportions.ts";
import type { Range } from "../inference/proportion.ts";
import type { Label } from "../phrases.ts";
import { type Interval, type IntervalMethod, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { fullVerification, type PairedShare } from "../screening/full-verification.ts";
import type { PairedScreening, RelativeRate } from "../screening/paired-screening.ts";
import { numberOf, plainNumber } from "./numbers.ts";
import type { Compared } from "./compared-readings.ts";

type Names = readonly [id: string, label: Label, unit: FindingUnit];

interface Options {
  readonly level: number;
  /** Whether intervals that take rows for people may be given. */
  readonly independent: boolean;
}

/** Detection rates are told per so many examined. */
const PER = 1000;

/** What one strategy finds and costs beside the other. */
export function comparisonNumbers(
  compared: Compared,
  found: PairedScreening | Undefined,
  verification: "of-recalled" | "of-everybody",
  options: Options,
): FindingNumber[] {
  const { names } = compared;
  const interval = (range: Range | Undefined | null, method: IntervalMethod): Interval | null =>
    range === null || "status" in range || !options.independent ? null : { ...range, level: options.level, method };
  if (isUndefined(found)) return [plainNumber(["relativeDetection", { say: "relativeDetection" }, "ratio"], found)];
  const ratio = (of: Names, rate: RelativeRate | Undefined): FindingNumber =>
    numberOf(of, isUndefined(rate) ? rate : { value: rate.value, interval: interval(rate.score, "tang") });
  const { truePositives, detection, ppv, nonInferiority } = found;
  const share = (value: number | undefined): number | Undefined => value ?? undefinedBecause("ZERO_DENOMINATOR");
  const scaled = isUndefined(detection.interval)
    ? detection.interval
    : { low: PER * detection.interval.low, high: PER * detection.interval.high };
  return [
    ratio(["relativeDetection", { say: "relativeDetection" }, "ratio"], truePositives),
    numberOf(
      ["relativeDetectionWald", { say: "relativeDetectionWald" }, "ratio"],
      isUndefined(truePositives)
        ? truePositives
        : { value: truePositives.value, interval: interval(truePositives.wald, "log") },
    ),
    ...(options.independent
      ? [
          plainNumber(
            ["nonInferiorityP", { say: "nonInferiorityP" }, "p"],
            isUndefined(nonInferiority.score) ? nonInferiority.score : nonInferiority.score.p,
          ),
        ]
      : []),
    ratio(["relativeFalsePositives", { say: "relativeFalsePositives" }, "ratio"], found.falsePositives),
    ratio(["relativeRecall", { say: "relativeRecall" }, "ratio"], found.recalls),
    ...flaggedNumber(compared, options, interval),
    plainNumber(
      ["detectionFirst", { say: "detectionPer", with: { strategy: names[0], per: PER } }, "number"],
      PER * detection.first,
    ),
    plainNumber(
      ["detectionSecond", { say: "detectionPer", with: { strategy: names[1], per: PER } }, "number"],
      PER * detection.second,
    ),
    numberOf(["detectionDifference", { say: "detectionDifference", with: { per: PER } }, "number"], {
      value: PER * detection.difference,
      interval: interval(scaled, "tango"),
    }),
    plainNumber(["ppvFirst", { say: "ppvOf", with: { strategy: names[0] } }, "proportion"], share(ppv.first)),
    plainNumber(["ppvSecond", { say: "ppvOf", with: { strategy: names[1] } }, "proportion"], share(ppv.second)),
    ppvRatio(compared, options, interval),
    plainNumber(["recalledUnverified", { say: "recalledUnverified" }, "count"], found.recalledUnverified),
    ...(verification === "of-everybody" ? verifiedNumbers(compared, options, interval) : []),
    plainNumber(["rowsCompared", { say: "rowsCompared" }, "count"], compared.rows.length),
    plainNumber(["rowsLeftOut", { say: "rowsLeftOutMissing" }, "count"], compared.leftOut),
  ];
}

type Limits = (range: Range | Undefined | null, method: IntervalMethod) => Interval | null;

/** Flags before consensus, where it decides. */
function flaggedNumber({ flagged, recalled }: Compared, { level }: Options, interval: Limits): FindingNumber[] {
  const same = flagged.every((of, i) => of.every((flag, k) => flag === recalled[i as 0 | 1][k]));
  if (same) return [];
  const table = tableOf(flagged[0], flagged[1]);
  const ratio = pairedRatio(table, level);
  return [
    numberOf(
      ["relativeFlags", { say: "relativeFlags" }, "ratio"],
      isUndefined(ratio) ? ratio : { value: ratio.value, interval: interval(tangRatio(table, level), "tang") },
    ),
  ];
}

function tableOf(first: Uint8Array, second: Uint8Array): PairedTable {
  const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (let k = 0; k < first.length; k++) {
    if (first[k] === 1) table[second[k] === 1 ? "both" : "onlyFirst"] += 1;
    else table[second[k] === 1 ? "onlySecond" : "neither"] += 1;
  }
  return table;
}

/** PPV of the first over that of the second, among the verified. */
function ppvRatio({ recalled, verified, disease }: Compared, { level }: Options, interval: Limits): FindingNumber {
  const members = Uint32Array.from(verified.keys()).filter((k) => verified[k] === 1);
  const of = (values: Uint8Array): Uint8Array => Uint8Array.from(members, (k) => values[k]!);
  const found: PairedPredictiveValue | Undefined = pairedPredictiveValue(
    of(disease),
    of(recalled[1]),
    of(recalled[0]),
    level,
  );
  return numberOf(
    ["relativePpv", { say: "relativePpv" }, "ratio"],
    isUndefined(found) ? found : { value: found.ratio, interval: interval(found.interval, "log") },
  );
}

function verifiedNumbers(
  { recalled, disease, names }: Compared,
  { level, independent }: Options,
  interval: Limits,
): FindingNumber[] {
  const found = fullVerification(recalled[0], recalled[1], disease, level);
  const shares = (
    id: string,
    label: "sensitivityOf" | "specificityOf",
    share: PairedShare | Undefined,
  ): FindingNumber[] => {
    if (isUndefined(share))
      return [plainNumber([id, { say: label, with: { strategy: names[0] } }, "proportion"], share)];
    return [
      plainNumber([`${id}First`, { say: label, with: { strategy: names[0] } }, "proportion"], share.first),
      plainNumber([`${id}Second`, { say: label, with: { strategy: names[1] } }, "proportion"], share.second),
      numberOf([`${id}Difference`, { say: `${id === "sensitivity" ? "sensitivity" : "specificity"}Less` }, "number"], {
        value: share.difference,
        interval: interval(share.interval ?? null, "tango"),
      }),
      ...(independent
        ? [
            plainNumber(
              [`${id}P`, { say: `${id === "sensitivity" ? "sensitivity" : "specificity"}P` }, "p"],
              share.test.pMid,
            ),
          ]
        : []),
    ];
  };
  if (isUndefined(found))
    return [plainNumber(["sensitivity", { say: "sensitivityOf", with: { strategy: names[0] } }, "proportion"], found)];
  return [
    ...shares("sensitivity", "sensitivityOf", found.sensitivity),
    ...shares("specificity", "specificityOf", found.specificity),
  ];
}
