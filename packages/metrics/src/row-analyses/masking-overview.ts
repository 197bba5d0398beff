import type { Finding, FindingTable } from "../finding.ts";
import type { Label } from "../phrases.ts";
import { type Interval, isUndefined, type Undefined } from "../result.ts";
import type { FactorAnalysis } from "../treatment-masking/analyse-factor.ts";
import { limits } from "./numbers.ts";
import { nameOf } from "./treatment-masking-finding.ts";
import type { DeclaredFactor, ScreenedFactor } from "./treatment-masking.ts";

interface Analysed {
  readonly factor: DeclaredFactor | ScreenedFactor;
  readonly analysis: FactorAnalysis;
}

/** Every factor's effect on the model, the outcome and the care, in one figure. */
export function maskingOverview(analysed: readonly Analysed[], care: string): Finding {
  const caption: Label = { say: "overviewTitle", with: { care } };
  const table: FindingTable = {
    id: "factors",
    caption,
    columns: [
      { id: "factor", label: { say: "maskingFactor" }, unit: "text" },
      { id: "what", label: { say: "maskingQuantity" }, unit: "text" },
      { id: "value", label: { say: "maskingValue" }, unit: "number" },
      { id: "low", label: { say: "low" }, unit: "number" },
      { id: "high", label: { say: "high" }, unit: "number" },
    ],
    rows: analysed.flatMap(({ factor, analysis }) => {
      const { modelOnScore, marginal, treatment, adjusted } = analysis;
      const who = labelOf(factor);
      const row = (what: Label, of: Shown | Undefined): FindingTable["rows"][number][] =>
        isUndefined(of) ? [] : [[who, what, of.value, ...limits(of.interval)]];
      return [
        ...row({ say: "modelEffectShort" }, isUndefined(modelOnScore) ? modelOnScore : modelOnScore.effect),
        ...row(
          { say: "outcomeEffectShort" },
          isUndefined(marginal.outcome) ? marginal.outcome : marginal.outcome.difference,
        ),
        ...row({ say: "careEffectShort", with: { care } }, treatment),
        ...row(
          { say: "untreatedEffectShort" },
          isUndefined(adjusted.untreated) ? adjusted.untreated : adjusted.untreated.difference,
        ),
      ];
    }),
  };
  return {
    id: "treatment-masking",
    kind: "treatment-masking",
    subject: { say: "overviewSubject" },
    verdict: "described",
    scope: "local",
    exploratory: false,
    notes: [{ say: "noteOverview" }],
    numbers: [],
    tables: [table],
    charts: [
      {
        id: "factors",
        title: caption,
        table: "factors",
        mark: "intervals",
        x: "what",
        y: "value",
        low: "low",
        high: "high",
        facet: "factor",
        rules: [{ axis: "y", at: 0, kind: "ideal", label: { say: "maskingNoDifference" } }],
      },
    ],
    source: ["doi:10.1145/2783258.2788613"],
  };
}

interface Shown {
  readonly value: number;
  readonly interval: Interval | null;
}

function labelOf(factor: DeclaredFactor | ScreenedFactor): Label {
  const name = nameOf(factor);
  if (!("expected" in factor)) return { say: "factorScreened", with: { factor: name } };
  const expected = { say: factor.expected === "raises-risk" ? "raisesRisk" : "lowersRisk" } as const;
  return { say: "factorExpected", with: { factor: name, expected } };
}
