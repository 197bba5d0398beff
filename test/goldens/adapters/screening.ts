import { isUndefined, pairedScreening, type RelativeRate, type Undefined } from "@auscult/metrics";
import type { GoldenMethod, Value, Values } from "../pack.ts";

const LEVEL = 0.95;
const PER = 1000;

function known<T extends object>(value: T | Undefined | undefined): Partial<T> {
  return value === undefined || isUndefined(value) ? {} : value;
}

function values(entries: Record<string, Value | undefined>): Values {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, value ?? null]));
}

function per1000(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value * PER;
}

function ratio(name: string, rate: RelativeRate | Undefined | undefined): Record<string, Value | undefined> {
  const found = known(rate);
  return {
    [`${name}_both`]: found.table?.both,
    [`${name}_only1`]: found.table?.onlyFirst,
    [`${name}_only2`]: found.table?.onlySecond,
    [`${name}_ratio`]: found.value,
    [`${name}_log_se`]: found.logError,
    [`${name}_wald_lo`]: found.wald?.low,
    [`${name}_wald_hi`]: found.wald?.high,
    [`${name}_score_lo`]: found.score?.low,
    [`${name}_score_hi`]: found.score?.high,
  };
}

export const screening: readonly GoldenMethod[] = [
  {
    method: "paired_screening",
    run(params, [table]) {
      const [reader, other, ai] = ["r1", "r2", "ai"].map((name) => table!.numbers(name));
      const margin = params.number("margin");
      const found = known(
        pairedScreening(
          {
            first: reader!.map((r, i) => Math.max(r, ai![i]!)),
            second: reader!.map((r, i) => Math.max(r, other![i]!)),
            verified: table!.numbers("verified"),
            disease: table!.numbers("cancer"),
          },
          margin,
          LEVEL,
        ),
      );
      const score = known(found.nonInferiority?.score);
      const wald = known(found.nonInferiority?.wald);
      const interval = known(found.detection?.interval);
      return values({
        ...ratio("tpr", found.truePositives),
        ...ratio("fpr", found.falsePositives),
        ...ratio("recall", found.recalls),
        ni_margin: margin,
        ni_z_wald: wald.z,
        ni_p_wald: wald.p,
        ni_z_score: score.z,
        ni_p_score: score.p,
        cdr1_per1000: per1000(found.detection?.first),
        cdr2_per1000: per1000(found.detection?.second),
        cdr_diff_per1000: per1000(found.detection?.difference),
        cdr_diff_tango_lo: per1000(interval.low),
        cdr_diff_tango_hi: per1000(interval.high),
        ppv_recall1: found.ppv?.first,
        ppv_recall2: found.ppv?.second,
      });
    },
  },
];
