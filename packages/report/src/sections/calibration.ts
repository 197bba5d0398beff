import { forest } from "../charts/forest.ts";
import type { Block } from "../document.ts";
import { byClass } from "../class-view.ts";
import { metricsAt } from "../key-metrics.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";
import { besideChance } from "./beside-chance.ts";
import { curveBlocks } from "./curves.ts";
import { findingBlocks } from "./findings.ts";

/** Drawn by subgroup (the summary has the primary metric already): right on average, and not too extreme. */
const DRAWN = [
  "observedExpectedRatio",
  "calibrationSlope",
  "observedExpectedRisk",
  "survivalCalibrationSlope",
  "observedExpectedMean",
  "continuousCalibrationSlope",
];

/** Whether a predicted risk means what it says, for everybody and within each subgroup. */
export const calibration: Section = {
  id: "calibration",
  blocks: (view) => {
    const { kind } = view.report.study.outcome;
    const shown = kind === "multi-class" ? byClass(view, drawn) : drawn(view);
    if (shown.length === 0) return [];
    return [
      { kind: "paragraph", text: view.words.calibrationIntro[kind] },
      ...shown,
      ...findingBlocks(view, ["calibration-within-groups"]),
    ];
  },
};

/** The curve of everybody, the measures by subgroup, the curves by subgroup. */
function drawn(view: View): Block[] {
  const curves = curveBlocks(view, "calibration");
  const { primary } = view.report.study;
  const measured = metricsAt(view).filter(
    ({ metric }) => DRAWN.includes(metric) && metric !== primary.metric && estimated(view, metric),
  );
  const forests = view.attributes.length === 0 ? [] : measured;
  return [
    ...curves.slice(0, 1),
    ...forests.map(
      ({ metric, threshold }): Block => ({
        kind: "figure",
        figure: forest(view, { id: `forest-${metric}`, metric, threshold, attributes: view.attributes }),
      }),
    ),
    ...besideChance(view),
    ...curves.slice(1),
  ];
}

/** Whether the metric has a value anywhere: of a score that is no probability it has none. */
function estimated({ report }: View, metric: string): boolean {
  return report.estimates.some((e) => e.metric === metric && e.value !== null);
}
