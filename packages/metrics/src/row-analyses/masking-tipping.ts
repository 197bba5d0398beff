import type { FindingChart, FindingTable } from "../finding.ts";
import { isUndefined } from "../result.ts";
import type { FactorAnalysis } from "../treatment-masking/analyse-factor.ts";
import { untreatedRatio } from "../treatment-masking/tipping.ts";

const STEPS = 20;

/** The factor's risk ratio had nobody been treated, over how effective treatment is supposed to be. */
export function tippingCurve(
  { marginal, tipping }: FactorAnalysis,
  factor: string,
  care: string,
): { readonly table: FindingTable; readonly chart: FindingChart } | undefined {
  const { outcome, treatment } = marginal;
  if (isUndefined(outcome) || outcome.ratio === null || isUndefined(treatment)) return undefined;
  const { ratio } = outcome;
  const shares = { withFactor: treatment.risk.with, withoutFactor: treatment.risk.without };
  const effects = Array.from({ length: STEPS }, (_, k) => (k + 1) / STEPS);
  const turns = isUndefined(tipping) || !tipping.possible ? undefined : tipping.treatmentEffect;
  const rows = effects.map((effect) => {
    const untreated = untreatedRatio(ratio.value, shares, effect);
    return [effect, typeof untreated === "number" && Number.isFinite(untreated) ? untreated : null];
  });
  return {
    table: {
      id: "tipping",
      caption: { say: "tippingTitle", with: { factor } },
      columns: [
        { id: "effect", label: { say: "treatmentEffect", with: { care } }, unit: "ratio" },
        { id: "ratio", label: { say: "untreatedRatio", with: { factor } }, unit: "ratio" },
      ],
      rows,
    },
    chart: {
      id: "tipping",
      title: { say: "tippingTitle", with: { factor } },
      table: "tipping",
      x: "effect",
      y: "ratio",
      rules: [
        { axis: "y", at: 1, kind: "ideal", label: { say: "maskingNoDifference" } },
        ...(turns === undefined
          ? []
          : [{ axis: "x", at: turns, kind: "limit", label: { say: "tippingPoint" } } as const]),
      ],
    },
  };
}
