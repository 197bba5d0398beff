import { type AuditPlan, type Attribute, type Cohort, NOT_RECORDED, type Rows, subgroup } from "@auscult/core";
import type { Finding } from "../finding.ts";
import {
  analyseLabelChoice,
  type GapMargin,
  type LabelChoiceInput,
  type LabelChoiceOptions,
} from "../label-choice/analyse-label-choice.ts";
import type { Label } from "../phrases.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { featureFinding } from "./feature-finding.ts";
import { labelChoiceFindings } from "./label-choice-findings.ts";
import { type ProgrammeThreshold, programmeThresholds } from "./label-choice-thresholds.ts";
import { samplingOf } from "./sampling.ts";
import { severityFinding } from "./severity-finding.ts";

export type LabelChoicePlan = NonNullable<AuditPlan["labelChoice"]>;

/** A group and what it is compared with. */
export interface Comparison {
  /** Of the group, e.g. `race=Black`. */
  readonly subgroup: string;
  readonly group: string;
  readonly reference: Label;
  /** The same two for the tally. */
  readonly rows: { readonly group: Rows; readonly reference: Rows };
  /** 1 in the group, 0 in the reference, 2 in neither. */
  readonly side: Uint8Array;
}

/**
 * Does the label that the score predicts stand in for the need that it is used for? One finding for each need and group,
 * one for the label at equal severity and one for features that stand in for the group, where they are declared.
 *
 * @see Obermeyer, Powers, Vogeli & Mullainathan (2019) Science 366:447-453.
 */
export const labelChoiceAnalysis: RowAnalysis = {
  id: "labelChoice",
  source: [
    "doi:10.1126/science.aax2342",
    "gitlab.com/labsysmed/dissecting-bias, erratum of 1 September 2022",
    "Mullainathan & Obermeyer (2017) Am Econ Rev 107:476-480",
  ],
  columns({ labelChoice }) {
    if (labelChoice === undefined) return [];
    const { percentileColumn, severity, features } = labelChoice;
    return [
      ...(percentileColumn === undefined ? [] : [percentileColumn]),
      ...(severity === undefined ? [] : [...severity.numeric, ...severity.categorical]),
      ...features.map(({ column }) => column),
    ];
  },
  analyse(cohort, plan, { tally }) {
    const { labelChoice } = plan;
    if (labelChoice === undefined) return [];
    const attribute = cohort.attributes.find(({ id }) => id === labelChoice.by);
    if (attribute === undefined) throw new RangeError(`the cohort has no subgroup "${labelChoice.by}"`);
    return comparisons(attribute).flatMap((comparison): Finding[] => {
      const thresholds = programmeThresholds(labelChoice, cohort);
      const { input, options } = inputOf(cohort, plan, labelChoice, comparison.side, thresholds);
      const analysis = analyseLabelChoice(input, options);
      const severity = severityFinding(cohort, plan, comparison);
      const features = featureFinding(cohort, plan, comparison);
      return [
        ...labelChoiceFindings({ analysis, input, options, comparison, thresholds, tally }, plan),
        ...(severity === undefined ? [] : [severity]),
        ...(features === undefined ? [] : [features]),
      ];
    });
  },
};

/** Each recorded level but the reference against it; without a reference, each level against the rest, those not recorded among them. */
export function comparisons({ id, levels, reference, codes }: Attribute): Comparison[] {
  const against = reference === undefined ? undefined : levels.indexOf(reference.level);
  return levels.flatMap((level, code): Comparison[] => {
    if (code === 0 || level === NOT_RECORDED || code === against) return [];
    const side = Uint8Array.from(codes, (c) => (c === code ? 1 : against === undefined || c === against ? 0 : 2));
    const group = subgroup({ attribute: id, level });
    return [
      {
        subgroup: group.id,
        group: level,
        reference: reference?.level ?? { say: "notLevel", with: { level } },
        rows: {
          group,
          reference: reference === undefined ? { restOf: group } : subgroup({ attribute: id, level: reference.level }),
        },
        side,
      },
    ];
  });
}

function inputOf(
  cohort: Cohort,
  plan: AuditPlan,
  section: LabelChoicePlan,
  side: Uint8Array,
  thresholds: readonly ProgrammeThreshold[],
) {
  const measure = (id: string) => ({
    id,
    values: cohort.labels.get(id) ?? new Float64Array(cohort.rows).fill(Number.NaN),
  });
  const { label, needs, alternatives, percentileColumn, margin, bins, legacySwapLoop, replicates } = section;
  const percentile = percentileColumn === undefined ? undefined : cohort.columns.numeric.get(percentileColumn);
  const input: LabelChoiceInput = {
    score: cohort.score,
    label: measure(label),
    needs: needs.map((need) => measure(need.label)),
    alternatives: alternatives.map(measure),
    side,
    ...(percentile === undefined ? {} : { percentile }),
    ...samplingOf(cohort, plan),
  };
  const own = marginOf(margin);
  const options: LabelChoiceOptions = {
    level: plan.policy.level,
    thresholds: thresholds.map(({ percentile }) => percentile),
    bins,
    legacySwapLoop,
    resampling: { seed: plan.policy.seed, replicates },
    margins: {
      ...(own === undefined ? {} : { label: own }),
      needs: new Map(
        needs.flatMap((need) => {
          const declared = marginOf(need.margin);
          return declared === undefined ? [] : [[need.label, declared] as const];
        }),
      ),
    },
  };
  return { input, options };
}

function marginOf(margin: LabelChoicePlan["margin"]): GapMargin | undefined {
  if (margin === undefined) return undefined;
  return "ratio" in margin
    ? { scale: "ratio", low: margin.ratio[0], high: margin.ratio[1] }
    : { scale: "difference", low: -margin.difference, high: margin.difference };
}
