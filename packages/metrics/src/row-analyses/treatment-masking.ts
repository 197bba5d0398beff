import type { AuditPlan, Cohort } from "@auscult/core";
import type { Finding } from "../finding.ts";
import { adjustP } from "../inference/p-adjust.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { analyseFactor, type FactorAnalysis, type FactorInput } from "../treatment-masking/analyse-factor.ts";
import { adjustingColumns, levelOf } from "./masking-columns.ts";
import { negativeControlFindings } from "./negative-controls.ts";
import { orderedFindings } from "./ordered-factors.ts";
import { maskingOverview } from "./masking-overview.ts";
import { samplingOf } from "./sampling.ts";
import { turned } from "./turned.ts";
import { treatmentMaskingFinding } from "./treatment-masking-finding.ts";

type MaskingPlan = NonNullable<AuditPlan["treatmentMasking"]>;
export type DeclaredFactor = MaskingPlan["factors"][number];
/** A factor without an expected direction; its column is its id. */
export type ScreenedFactor = MaskingPlan["screen"][number] & { readonly id: string };

/**
 * Does treatment hide the risk of those who are treated because of a factor? One finding for each declared factor, with
 * the clinician's expectation; "supported" stands only where it stands after Holm over the declared factors. Factors
 * of the screen have no expectation, and are described as exploratory.
 *
 * @see Caruana et al. (2015) KDD, doi:10.1145/2783258.2788613.
 */
export const treatmentMaskingAnalysis: RowAnalysis = {
  id: "treatmentMasking",
  source: [
    "doi:10.1145/2783258.2788613",
    "van Geloven et al. (2020) Eur J Epidemiol 35:619-630",
    "Boyer, Dahabreh & Steingrimsson (2025) Stat Med, arXiv:2308.13026",
    "VanderWeele & Ding (2017) Ann Intern Med 167:268-274",
  ],
  columns({ treatmentMasking }) {
    if (treatmentMasking === undefined) return [];
    const { treatment, covariates, factors, screen, ordered, negativeControls } = treatmentMasking;
    return [
      treatment.column,
      ...covariates.numeric,
      ...covariates.categorical,
      ...factors.flatMap(({ column, counterfactual: c }) => [
        column,
        ...(c === undefined ? [] : [c.ifPresent, c.ifAbsent]),
      ]),
      ...ordered.map(({ column }) => column),
      ...negativeControls.map(({ column }) => column),
      ...screen.flatMap(({ column, counterfactual: c }) => [
        column,
        ...(c === undefined ? [] : [c.ifPresent, c.ifAbsent]),
      ]),
    ];
  },
  analyse(cohort, plan, { model }) {
    const { treatmentMasking: section, policy } = plan;
    if (section === undefined) return [];
    const thresholds = plan.thresholds.flatMap((t) => ("at" in t ? [t.at] : []));
    const declared = section.factors.map((factor) => ({
      factor,
      analysis: analyseFactor(inputOf(cohort, plan, section, factor), {
        direction: factor.expected === "raises-risk" ? 1 : -1,
        level: policy.level,
        thresholds,
      }),
    }));
    const adjusted = holm(
      declared.map(({ analysis }) => analysis),
      policy.multiplicity,
    );
    const context = {
      care: section.treatment.label,
      covariates: [...section.covariates.numeric, ...section.covariates.categorical],
    };
    const findings = declared.map(({ factor, analysis }, i): Finding => {
      const adjustedP = adjusted[i] ?? null;
      const holmLost =
        analysis.verdict === "treatment_masking_supported" && !(adjustedP !== null && adjustedP <= 1 - policy.level);
      const verdict = holmLost ? "treatment_masking_suspected" : analysis.verdict!;
      return treatmentMaskingFinding({ ...analysis, verdict }, { ...context, factor, adjustedP, holmLost });
    });
    const screened = section.screen
      .filter(({ column }) => section.factors.every((factor) => factor.column !== column))
      .map((screen) => {
        const factor: ScreenedFactor = { ...screen, id: screen.column };
        const analysis = analyseFactor(inputOf(cohort, plan, section, factor), { level: policy.level, thresholds });
        return { factor, analysis };
      });
    return [
      maskingOverview([...declared, ...screened], context.care),
      ...findings,
      ...screened.map(({ factor, analysis }) =>
        treatmentMaskingFinding(analysis, { ...context, factor, adjustedP: null, holmLost: false }),
      ),
      ...orderedFindings(cohort, plan, model),
      ...negativeControlFindings(cohort, plan),
    ];
  },
};

/** Adjusted over the declared factors for which masking could be tested; the others count in the family as p = 1. */
function holm(
  analyses: readonly FactorAnalysis[],
  multiplicity: AuditPlan["policy"]["multiplicity"],
): (number | null)[] {
  const raw = analyses.map(({ maskingP }) => maskingP);
  if (multiplicity === "none") return raw;
  const adjusted = adjustP(
    raw.map((p) => p ?? 1),
    "holm",
  );
  return raw.map((p, i) => (p === null ? null : adjusted[i]!));
}

function inputOf(
  cohort: Cohort,
  plan: AuditPlan,
  section: MaskingPlan,
  factor: Pick<ScreenedFactor, "column" | "present" | "counterfactual">,
): FactorInput {
  const { counterfactual } = factor;
  return {
    outcome: cohort.outcome,
    factor: levelOf(cohort, factor.column, factor.present),
    treatment: levelOf(cohort, section.treatment.column, section.treatment.given),
    covariates: adjustingColumns(cohort, section, [factor.column]),
    score: cohort.score,
    scoreKind: cohort.scoreKind,
    ...(counterfactual === undefined
      ? {}
      : {
          counterfactual: {
            ifPresent: turned(cohort, plan, counterfactual.ifPresent),
            ifAbsent: turned(cohort, plan, counterfactual.ifAbsent),
          },
        }),
    ...samplingOf(cohort, plan),
  };
}
