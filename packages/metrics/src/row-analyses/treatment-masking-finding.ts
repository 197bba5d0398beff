import type { Finding, FindingNumber, FindingTable } from "../finding.ts";
import type { Label, Phrase } from "../phrases.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { FactorAnalysis } from "../treatment-masking/analyse-factor.ts";
import type { RiskContrast } from "../treatment-masking/risk-contrast.ts";
import type { StandardisedRisk } from "../treatment-masking/standardised-risk.ts";
import { limits, numberOf, plainNumber } from "./numbers.ts";
import { tippingCurve } from "./masking-tipping.ts";
import { worldsFigure } from "./masking-worlds.ts";
import {
  performanceTable,
  positivityTable,
  reclassificationTable,
  truncationTable,
} from "./treatment-masking-tables.ts";
import type { DeclaredFactor, ScreenedFactor } from "./treatment-masking.ts";

/** What the finding of one factor is told besides the analysis. */
export interface FactorContext {
  readonly factor: DeclaredFactor | ScreenedFactor;
  /** The treatment, in the plan's words. */
  readonly care: string;
  readonly covariates: readonly string[];
  readonly adjustedP: number | null;
  /** Masking was supported before the adjustment over the declared factors, and is not after it. */
  readonly holmLost: boolean;
}

/** What a factor is called. */
export function nameOf({ label, id }: { readonly label?: string | undefined; readonly id: string }): string {
  return label ?? id;
}

/** One factor: verdict, the numbers that it rests on, the figures, and the tables that show them. */
export function treatmentMaskingFinding(analysis: FactorAnalysis, context: FactorContext): Finding {
  const { verdict, untreated, adjusted } = analysis;
  const { factor: declared, care, adjustedP } = context;
  const reason = reasonOf(analysis);
  const factor = nameOf(declared);
  const worlds = worldsFigure(analysis, factor, care);
  const tipping = tippingCurve(analysis, factor, care);
  return {
    id: `treatment-masking:${declared.id}`,
    kind: "treatment-masking",
    subject: factor,
    verdict: verdict ?? "described",
    ...(reason === undefined ? {} : { reason }),
    scope: "local",
    exploratory: verdict === undefined,
    notes: notesOf(analysis, context),
    numbers: [
      ...modelNumbers(analysis, factor),
      differenceOf(["outcomeDifference", { say: "observedDifference", with: { factor } }], analysis.marginal.outcome),
      numberOf(
        ["treatmentDifference", { say: "careDifference", with: { factor, care } }, "number"],
        analysis.treatment,
      ),
      adjustedNumber("adjustedUsualCare", { say: "adjustedUsualCare" }, adjusted.usualCare),
      adjustedNumber("adjustedForTreatment", { say: "adjustedWithCare", with: { care } }, adjusted.forTreatment),
      adjustedNumber("adjustedUntreated", { say: "adjustedUntreated", with: { care } }, adjusted.untreated),
      numberOf(
        ["riskUntreated", { say: "riskUntreatedWith", with: { factor, care } }, "probability"],
        isUndefined(untreated) ? untreated : { value: untreated.with.risk, interval: untreated.with.interval },
      ),
      numberOf(
        ["riskUntreatedWithout", { say: "riskUntreatedWithout", with: { factor, care } }, "probability"],
        isUndefined(untreated) ? untreated : { value: untreated.without.risk, interval: untreated.without.interval },
      ),
      plainNumber(
        ["untreatedTruncated", { say: "untreatedTruncated", with: { care } }, "number"],
        isUndefined(untreated) ? untreated : untreated.differenceTruncated,
      ),
      ...observedExpected(analysis, factor, care),
      ...deescalated(analysis, factor),
      plainNumber(["maskingP", { say: "maskingP" }, "p"], adjustedP ?? undefinedBecause(reason ?? "MISSING_INPUT")),
      ...sensitivity(analysis, care),
    ],
    tables: [
      contrastTable(analysis, factor, care),
      ...(worlds === undefined ? [] : [worlds.table]),
      ...(tipping === undefined ? [] : [tipping.table]),
      ...performanceTable(analysis, factor, care),
      ...positivityTable(analysis, factor),
      ...truncationTable(analysis, care),
      ...reclassificationTable(analysis, factor),
      ...("declaredBy" in declared ? [declaration(declared)] : []),
    ],
    charts: [worlds, tipping].flatMap((figure) => (figure === undefined ? [] : [figure.chart])),
    source: ["doi:10.1145/2783258.2788613"],
  };
}

/** Why the untreated world could not be judged, where the verdict hangs on it. */
function reasonOf({ verdict, untreated, adjusted, model }: FactorAnalysis): Finding["reason"] {
  if (verdict === "not_estimable") return isUndefined(model) ? model.reason : "MISSING_INPUT";
  if (verdict !== "conflict_not_assessable") return undefined;
  if (isUndefined(untreated)) return untreated.reason;
  if (!untreated.assessable) return "NON_POSITIVITY";
  return isUndefined(adjusted.untreated) ? adjusted.untreated.reason : "MISSING_INPUT";
}

/** What can and what cannot be concluded (methods G6). */
function notesOf(analysis: FactorAnalysis, { factor: declared, care, covariates, holmLost }: FactorContext): Label[] {
  const { verdict, model, untreated, reclassified } = analysis;
  const factor = nameOf(declared);
  const blind = isUndefined(untreated) ? untreated.reason === "NON_POSITIVITY" : !untreated.assessable;
  const moved = reclassified.some(({ patients }) => !isUndefined(patients) && patients.deescalated > 0);
  return [
    ...(verdict === undefined ? [{ say: "noteScreened" } as const] : []),
    ...(holmLost ? [{ say: "noteHolmLost" } as const] : []),
    ...(blind ? [{ say: "noteNonPositivity", with: { factor, care } } as const] : []),
    { say: "noteCan" },
    { say: "noteCannot" },
    { say: "noteRestsOn", with: { covariates: covariates.join(", ") } },
    ...(!isUndefined(model) && model.kind !== "counterfactual" ? [{ say: "noteModelByOthers" } as const] : []),
    { say: "noteAdjustedForCare", with: { care } },
    ...(moved ? [{ say: "noteUsualCareEvents", with: { care } } as const] : []),
    { say: "noteExpectation" },
  ];
}

function modelNumbers({ model }: FactorAnalysis, factor: string): FindingNumber[] {
  if (isUndefined(model))
    return [numberOf(["modelEffect", { say: "effectOfFactor", with: { factor } }, "number"], model)];
  const what: Phrase = {
    say: (
      {
        counterfactual: "effectSamePatients",
        "adjusted score": "effectAlikePatients",
        "score difference": "effectOtherPatients",
      } as const
    )[model.kind],
    with: { factor },
  };
  const unit = model.scale === "log-odds" ? "log-odds" : "number";
  return [
    numberOf(["modelEffect", what, unit], model.effect),
    ...(model.logOdds === null || model.scale === "log-odds"
      ? []
      : [numberOf(["modelLogOdds", { say: "inLogOdds", with: { what } }, "log-odds"], model.logOdds)]),
  ];
}

function differenceOf([id, label]: readonly [string, Label], contrast: RiskContrast | Undefined): FindingNumber {
  return numberOf([id, label, "number"], isUndefined(contrast) ? contrast : contrast.difference);
}

function adjustedNumber(id: string, label: Label, risk: StandardisedRisk | Undefined): FindingNumber {
  return numberOf([id, label, "number"], isUndefined(risk) ? risk : risk.difference);
}

function observedExpected({ performance }: FactorAnalysis, factor: string, care: string): FindingNumber[] {
  const labels = [
    ["observedExpectedUsualCare", { say: "ratioUsualCare", with: { factor } }],
    ["observedExpectedUntreated", { say: "ratioUntreated", with: { factor, care } }],
  ] as const;
  return labels.map(([id, label], k) => {
    if (isUndefined(performance)) return numberOf([id, label, "ratio"], performance);
    return numberOf([id, label, "ratio"], (k === 0 ? performance.factual : performance.untreated).observedExpectedWith);
  });
}

/** Patients moved below each threshold because of the factor, and their events. */
function deescalated({ reclassified }: FactorAnalysis, factor: string): FindingNumber[] {
  return reclassified.flatMap(({ threshold, patients }) => [
    plainNumber(
      [`deescalated:${threshold}`, { say: "deescalatedAt", with: { factor, threshold } }, "count"],
      isUndefined(patients) ? patients : patients.deescalated,
    ),
    plainNumber(
      [`deescalatedEvents:${threshold}`, { say: "deescalatedEvents", with: { threshold } }, "count"],
      isUndefined(patients) ? patients : patients.eventsDeescalated,
    ),
  ]);
}

function sensitivity({ eValue, tipping }: FactorAnalysis, care: string): FindingNumber[] {
  const none = undefinedBecause("REFUTED_ASSUMPTION");
  return [
    plainNumber(["eValue", { say: "eValue" }, "ratio"], isUndefined(eValue) ? eValue : eValue.point),
    plainNumber(["eValueLimit", { say: "eValueLimit" }, "ratio"], isUndefined(eValue) ? eValue : eValue.limit),
    plainNumber(
      ["tippingEffect", { say: "tippingEffect", with: { care } }, "ratio"],
      isUndefined(tipping) ? tipping : tipping.possible ? tipping.treatmentEffect : none,
    ),
  ];
}

/** Model, care and outcome side by side. */
function contrastTable(
  { model, marginal, treatment: treated, adjusted, strata }: FactorAnalysis,
  factor: string,
  care: string,
): FindingTable {
  type Row = readonly [Label, number | null, number | null, number | null];
  const none = (what: Label): Row => [what, null, null, null];
  const risk = (what: Label, contrast: RiskContrast | Undefined): Row =>
    isUndefined(contrast) ? none(what) : [what, contrast.difference.value, ...limits(contrast.difference.interval)];
  const standardised = (what: Label, of: StandardisedRisk | Undefined): Row =>
    isUndefined(of) ? none(what) : [what, of.difference.value, ...limits(of.difference.interval)];
  const share: Label = { say: "shareGiven", with: { care } };
  return {
    id: "contrasts",
    caption: { say: "contrastsOfFactor", with: { factor } },
    columns: [
      { id: "what", label: { say: "differenceIn" }, unit: "text" },
      { id: "value", label: { say: "maskingValue" }, unit: "number" },
      { id: "low", label: { say: "low" }, unit: "number" },
      { id: "high", label: { say: "high" }, unit: "number" },
    ],
    rows: [
      isUndefined(model)
        ? none({ say: "modelsScore" })
        : [
            { say: model.scale === "log-odds" ? "modelsLogOdds" : "modelsScore" },
            model.effect.value,
            ...limits(model.effect.interval),
          ],
      isUndefined(treated) ? none(share) : [share, treated.value, ...limits(treated.interval)],
      risk({ say: "maskingObservedRisk" }, marginal.outcome),
      risk({ say: "observedRiskTreated" }, marginal.outcomeTreated),
      risk({ say: "observedRiskUntreated" }, marginal.outcomeUntreated),
      standardised({ say: "adjustedRiskUsualCare" }, adjusted.usualCare),
      isUndefined(strata)
        ? none({ say: "riskWithinStrata" })
        : [{ say: "riskWithinStrata" }, strata.riskDifference.value, ...limits(strata.riskDifference.interval)],
      standardised({ say: "adjustedRiskWithCare", with: { care } }, adjusted.forTreatment),
      standardised({ say: "adjustedRiskUntreated", with: { care } }, adjusted.untreated),
    ],
  };
}

function declaration({ expected, declaredBy, declaredOn, reason }: DeclaredFactor): FindingTable {
  return {
    id: "declaration",
    caption: { say: "declaredBeforehand" },
    columns: [
      { id: "expected", label: { say: "maskingExpected" }, unit: "text" },
      { id: "by", label: { say: "maskingDeclaredBy" }, unit: "text" },
      { id: "on", label: { say: "maskingDeclaredOn" }, unit: "text" },
      { id: "why", label: { say: "maskingWhy" }, unit: "text" },
    ],
    rows: [[{ say: expected === "raises-risk" ? "raisesRisk" : "lowersRisk" }, declaredBy, declaredOn, reason]],
  };
}
