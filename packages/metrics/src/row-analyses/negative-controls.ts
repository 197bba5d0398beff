import type { AuditPlan, Cohort } from "@auscult/core";
import type { Finding, FindingNumber } from "../finding.ts";
import { type Effect } from "../inference/effect.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { absenceVerdict, directionVerdict } from "../treatment-masking/negative-control.ts";
import { standardisedRisk } from "../treatment-masking/standardised-risk.ts";
import { adjustingColumns, levelOf } from "./masking-columns.ts";
import { numberOf, plainNumber } from "./numbers.ts";
import { samplingOf } from "./sampling.ts";

type MaskingPlan = NonNullable<AuditPlan["treatmentMasking"]>;
type Control = MaskingPlan["negativeControls"][number];

/** A finding for each negative control: an outcome, a factor or a period in which nothing of the kind should show. */
export function negativeControlFindings(cohort: Cohort, plan: AuditPlan): Finding[] {
  const { treatmentMasking: section } = plan;
  return section === undefined
    ? []
    : section.negativeControls.map((control) => findingOf(cohort, plan, section, control));
}

function findingOf(cohort: Cohort, plan: AuditPlan, section: MaskingPlan, control: Control): Finding {
  const { label, id, kind, reason, margin = 0 } = control;
  const factor = section.factors.find((f) => f.id === control.of);
  const effect = difference(cohort, plan, section, control);
  const interval = isUndefined(effect) ? null : effect.interval;
  const direction = factor?.expected === "lowers-risk" ? -1 : 1;
  const verdict = kind === "period" ? directionVerdict(interval, direction) : absenceVerdict(interval, margin);
  const care = section.treatment.label;
  const what = {
    outcome: { say: "controlOutcomeDifference", with: { care } },
    factor: { say: "controlFactorDifference", with: { care } },
    period: { say: "controlPeriodDifference", with: { factor: factor?.label ?? factor?.id ?? "" } },
  } as const;
  const numbers: FindingNumber[] = [
    numberOf(["difference", what[kind], "number"], effect),
    ...(kind === "period" ? [] : [plainNumber(["margin", { say: "controlMargin" }, "number"], margin)]),
  ];
  return {
    id: `treatment-masking:control:${id}`,
    kind: "treatment-masking",
    subject: { say: "negativeControl", with: { control: label ?? id } },
    verdict,
    ...(verdict === "not_estimable" ? { reason: isUndefined(effect) ? effect.reason : "MISSING_INPUT" } : {}),
    scope: "local",
    exploratory: false,
    notes: [
      {
        say: (
          { outcome: "controlOutcomeMeaning", factor: "controlFactorMeaning", period: "controlPeriodMeaning" } as const
        )[kind],
      },
      { say: "controlBecause", with: { reason } },
    ],
    numbers,
    tables: [],
    charts: [],
    source: ["Lipsitch, Tchetgen Tchetgen & Cohen (2010) Epidemiology 21:383-388"],
  };
}

/** The adjusted difference in which nothing, or before the pathway the declared effect, should show. */
function difference(
  cohort: Cohort,
  plan: AuditPlan,
  section: MaskingPlan,
  { kind, column, level, of }: Control,
): Effect | Undefined {
  const { policy } = plan;
  const treatment = levelOf(cohort, section.treatment.column, section.treatment.given);
  const marked = levelOf(cohort, column, level);
  const sampling = samplingOf(cohort, plan);
  const options = { level: policy.level };
  if (kind === "outcome") {
    const columns = { outcome: marked, factor: treatment, covariates: adjustingColumns(cohort, section, [column]) };
    return contrast(standardisedRisk({ ...columns, ...sampling }, options));
  }
  if (kind === "factor") {
    const columns = {
      outcome: cohort.outcome,
      factor: marked,
      treatment,
      covariates: adjustingColumns(cohort, section, [column]),
    };
    return contrast(standardisedRisk({ ...columns, ...sampling }, { ...options, world: "untreated" }));
  }
  const declared = section.factors.find(({ id }) => id === of);
  if (declared === undefined) return undefinedBecause("MISSING_INPUT");
  const present = levelOf(cohort, declared.column, declared.present);
  const columns = {
    outcome: cohort.outcome,
    factor: present.map((f, i) => (marked[i] === 1 ? f : Number.NaN)),
    covariates: adjustingColumns(cohort, section, [declared.column, column]),
  };
  return contrast(standardisedRisk({ ...columns, ...sampling }, options));
}

function contrast(risk: ReturnType<typeof standardisedRisk>): Effect | Undefined {
  return isUndefined(risk) ? risk : risk.difference;
}
