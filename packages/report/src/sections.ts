import type { Section } from "./section.ts";
import { calibration } from "./sections/calibration.ts";
import { cohort } from "./sections/cohort.ts";
import { dataQuality } from "./sections/data-quality.ts";
import { discrimination } from "./sections/discrimination.ts";
import { distribution } from "./sections/distribution.ts";
import { fullResults } from "./sections/full-results.ts";
import { glossary } from "./sections/glossary.ts";
import { identification } from "./sections/identification.ts";
import { localValidation } from "./sections/local-validation.ts";
import { methods } from "./sections/methods.ts";
import { notAssessed } from "./sections/not-assessed.ts";
import { overall } from "./sections/overall.ts";
import { pitfalls } from "./sections/pitfalls.ts";
import { provenance } from "./sections/provenance.ts";
import { subgroups } from "./sections/subgroups.ts";
import { summary } from "./sections/summary.ts";
import { thresholds } from "./sections/thresholds.ts";
import { utility } from "./sections/utility.ts";

/** Every section, in the order of the report. */
export const sections: readonly Section[] = [
  summary,
  identification,
  cohort,
  overall,
  subgroups,
  pitfalls,
  localValidation,
  calibration,
  utility,
  distribution,
  discrimination,
  thresholds,
  dataQuality,
  notAssessed,
  fullResults,
  methods,
  provenance,
  glossary,
];
