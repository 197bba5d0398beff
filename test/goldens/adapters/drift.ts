import { countScores, isUndefined, observedExpected, recalibrateIntercept, type Undefined } from "@auscult/metrics";
import type { GoldenMethod, Value } from "../pack.ts";

function known<T extends object>(value: T | Undefined): Partial<T> {
  return isUndefined(value) ? {} : value;
}

export const drift: readonly GoldenMethod[] = [
  {
    method: "monthly_chart",
    run(_params, [table]) {
      const [month, score, outcome] = ["month", "p", "y"].map((name) => table!.numbers(name));
      const months = [...new Set(month)]
        .sort((a, b) => a - b)
        .map((at) => {
          const of = (column: Float64Array) => column.filter((_, i) => month![i] === at);
          const counts = countScores(of(score!), of(outcome!));
          return { ...known(observedExpected(counts)), citl: known(recalibrateIntercept(counts)).intercept };
        });
      const list = (of: (at: (typeof months)[number]) => number | undefined): Value =>
        months.map((at) => of(at) ?? null);
      return {
        observed: list((at) => at.observed),
        expected: list((at) => at.expected),
        z: list((at) => at.z),
        oe: list((at) => at.ratio),
        citl: list((at) => at.citl),
      };
    },
  },
];
