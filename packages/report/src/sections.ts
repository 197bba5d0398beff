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
import { asked } from "./sections/asked.ts";
import { evidence } from "./sections/evidence.ts";
import { gmlp } from "./sections/gmlp.ts";
import { deployer } from "./sections/deployer.ts";
import { signOff } from "./sections/sign-off.ts";
import { summary } from "./sections/summary.ts";
import { thresholds } from "./sections/thresholds.ts";
import { utility } from "./sections/utility.ts";

/** Every section, in the order of the report. */
export const sections: readonly Section[] = [
  summary,
  identification,
  asked,
  cohort,
  dataQuality,
  overall,
  subgroups,
  calibration,
  thresholds,
  utility,
  discrimination,
  distribution,
  pitfalls,
  localValidation,
  notAssessed,
  evidence,
  gmlp,
  deployer,
  signOff,
  provenance,
  methods,
  glossary,
  fullResults,
];
