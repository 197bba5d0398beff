import type { Finding, FindingNumber, FindingTable } from "../finding.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { FactorAnalysis } from "../treatment-masking/analyse-factor.ts";
import type { RiskContrast } from "../treatment-masking/risk-contrast.ts";
import type { StandardisedRisk } from "../treatment-masking/standardised-risk.ts";
import { limits, numberOf, plainNumber } from "./numbers.ts";
import { performanceTable, positivityTable, reclassificationTable } from "./treatment-masking-tables.ts";
import type { DeclaredFactor } from "./treatment-masking.ts";

type FactorName = Pick<DeclaredFactor, "id" | "column"> & Partial<DeclaredFactor>;

/** One factor: verdict, the numbers that it rests on, and the tables that show them. */
export function treatmentMaskingFinding(
  analysis: FactorAnalysis,
  factor: FactorName,
  treatment: string,
  adjustedP: number | null,
): Finding {
  const { verdict, untreated, adjusted } = analysis;
  const reason = reasonOf(analysis);
  const name = factor.label ?? factor.id;
  return {
    id: `treatment-masking:${factor.id}`,
    kind: "treatment-masking",
    subject: name,
    verdict: verdict ?? "described",
    ...(reason === undefined ? {} : { reason }),
    scope: "local",
    exploratory: verdict === undefined,
    numbers: [
      ...modelNumbers(analysis, name),
      differenceOf(
        ["outcomeDifference", `Observed risk with ${name} less without, usual care`],
        analysis.marginal.outcome,
      ),
      numberOf(
        ["treatmentDifference", `Share given ${treatment} with ${name} less without`, "number"],
        analysis.treatment,
      ),
      adjustedNumber("adjustedUsualCare", `Adjusted difference in risk, usual care`, adjusted.usualCare),
      adjustedNumber(
        "adjustedForTreatment",
        `The same with ${treatment} in the model (suggestive only)`,
        adjusted.forTreatment,
      ),
      adjustedNumber(
        "adjustedUntreated",
        `Adjusted difference in risk had nobody had ${treatment}`,
        adjusted.untreated,
      ),
      numberOf(
        ["riskUntreated", `Risk with ${name} had nobody had ${treatment}`, "probability"],
        isUndefined(untreated) ? untreated : { value: untreated.with.risk, interval: untreated.with.interval },
      ),
      numberOf(
        ["riskUntreatedWithout", `Risk without ${name} had nobody had ${treatment}`, "probability"],
        isUndefined(untreated) ? untreated : { value: untreated.without.risk, interval: untreated.without.interval },
      ),
      ...observedExpected(analysis, name, treatment),
      plainNumber(
        ["maskingP", "p for masking, over the declared factors", "p"],
        adjustedP ?? undefinedBecause(reason ?? "MISSING_INPUT"),
      ),
      ...sensitivity(analysis, treatment),
    ],
    tables: [
      contrastTable(analysis, name, treatment),
      ...performanceTable(analysis, name, treatment),
      ...positivityTable(analysis, name),
      ...reclassificationTable(analysis, name),
      ...(factor.declaredBy === undefined ? [] : [declaration(factor)]),
    ],
    charts: [],
    source: ["doi:10.1145/2783258.2788613"],
  };
}

/** Why the untreated world could not be judged, where the verdict hangs on it. */
function reasonOf({ verdict, untreated, adjusted, model }: FactorAnalysis): Finding["reason"] {
  if (verdict === "not_estimable") return isUndefined(model) ? model.reason : "MISSING_INPUT";
  if (verdict !== "conflict_not_assessable") return undefined;
  if (isUndefined(untreated)) return untreated.reason;
  if (isUndefined(adjusted.untreated)) return adjusted.untreated.reason;
  return untreated.assessable ? "MISSING_INPUT" : "NON_POSITIVITY";
}

function modelNumbers({ model }: FactorAnalysis, name: string): FindingNumber[] {
  if (isUndefined(model)) return [numberOf(["modelEffect", `The model's effect of ${name}`, "number"], model)];
  const label = {
    counterfactual: `The model's effect of ${name}, same patients with and without it`,
    "adjusted score": `The model's score with ${name}, among patients alike in the covariates`,
    "score difference": `Score with ${name} less without (other patients: confounded)`,
  }[model.kind];
  const unit = model.scale === "log-odds" ? "log-odds" : "number";
  return [
    numberOf(["modelEffect", label, unit], model.effect),
    ...(model.logOdds === null || model.scale === "log-odds"
      ? []
      : [numberOf(["modelLogOdds", `${label}, log odds`, "log-odds"], model.logOdds)]),
  ];
}

function differenceOf([id, label]: readonly [string, string], contrast: RiskContrast | Undefined): FindingNumber {
  return numberOf([id, label, "number"], isUndefined(contrast) ? contrast : contrast.difference);
}

function adjustedNumber(id: string, label: string, risk: StandardisedRisk | Undefined): FindingNumber {
  return numberOf([id, label, "number"], isUndefined(risk) ? risk : risk.difference);
}

function observedExpected({ performance }: FactorAnalysis, name: string, treatment: string): FindingNumber[] {
  const labels = [
    ["observedExpectedUsualCare", `O:E with ${name}, usual care`],
    ["observedExpectedUntreated", `O:E with ${name} had nobody had ${treatment}`],
  ] as const;
  return labels.map(([id, label], k) => {
    if (isUndefined(performance)) return numberOf([id, label, "ratio"], performance);
    return numberOf([id, label, "ratio"], (k === 0 ? performance.factual : performance.untreated).observedExpectedWith);
  });
}

function sensitivity({ eValue, tipping }: FactorAnalysis, treatment: string): FindingNumber[] {
  const none = undefinedBecause("REFUTED_ASSUMPTION");
  return [
    plainNumber(["eValue", "E-value of the crude risk ratio", "ratio"], isUndefined(eValue) ? eValue : eValue.point),
    plainNumber(["eValueLimit", "E-value of its limit nearer 1", "ratio"], isUndefined(eValue) ? eValue : eValue.limit),
    plainNumber(
      ["tippingEffect", `Risk ratio of ${treatment} at which the crude ratio would turn`, "ratio"],
      isUndefined(tipping) ? tipping : tipping.possible ? tipping.treatmentEffect : none,
    ),
  ];
}

/** Model, care and outcome side by side. */
function contrastTable(
  { model, marginal, treatment: treated, adjusted, strata }: FactorAnalysis,
  name: string,
  treatment: string,
): FindingTable {
  type Row = readonly [string, number | null, number | null, number | null];
  const risk = (what: string, contrast: RiskContrast | Undefined): Row =>
    isUndefined(contrast)
      ? [what, null, null, null]
      : [what, contrast.difference.value, ...limits(contrast.difference.interval)];
  const standardised = (what: string, of: StandardisedRisk | Undefined): Row =>
    isUndefined(of) ? [what, null, null, null] : [what, of.difference.value, ...limits(of.difference.interval)];
  return {
    id: "contrasts",
    caption: `With ${name} less without it`,
    columns: [
      { id: "what", label: "Difference in", unit: "text" },
      { id: "value", label: "Value", unit: "number" },
      { id: "low", label: "Low", unit: "number" },
      { id: "high", label: "High", unit: "number" },
    ],
    rows: [
      isUndefined(model)
        ? ["the model's score", null, null, null]
        : [
            model.scale === "log-odds" ? "the model's log odds" : "the model's score",
            model.effect.value,
            ...limits(model.effect.interval),
          ],
      isUndefined(treated) ? [treatment, null, null, null] : [treatment, treated.value, ...limits(treated.interval)],
      risk("observed risk", marginal.outcome),
      risk("observed risk among the treated", marginal.outcomeTreated),
      risk("observed risk among the untreated", marginal.outcomeUntreated),
      standardised("adjusted risk, usual care", adjusted.usualCare),
      isUndefined(strata)
        ? ["risk within strata (Mantel–Haenszel)", null, null, null]
        : [
            "risk within strata (Mantel–Haenszel)",
            strata.riskDifference.value,
            ...limits(strata.riskDifference.interval),
          ],
      standardised(`adjusted risk, ${treatment} in the model`, adjusted.forTreatment),
      standardised(`adjusted risk had nobody had ${treatment}`, adjusted.untreated),
    ],
  };
}

function declaration({ expected, declaredBy, declaredOn, reason }: FactorName): FindingTable {
  return {
    id: "declaration",
    caption: "What was declared beforehand",
    columns: [
      { id: "expected", label: "Expected", unit: "text" },
      { id: "by", label: "By", unit: "text" },
      { id: "on", label: "On", unit: "text" },
      { id: "why", label: "Why", unit: "text" },
    ],
    rows: [
      [expected === "raises-risk" ? "raises risk" : "lowers risk", declaredBy ?? "", declaredOn ?? "", reason ?? ""],
    ],
  };
}
