import type { Block } from "./document.ts";
import type { View } from "./view.ts";

export type SectionId =
  | "summary"
  | "identification"
  | "asked"
  | "cohort"
  | "overall"
  | "subgroups"
  | "calibration"
  | "utility"
  | "distribution"
  | "discrimination"
  | "thresholds"
  | "pitfalls"
  | "local-validation"
  | "data-quality"
  | "not-assessed"
  | "evidence"
  | "gmlp"
  | "deployer"
  | "sign-off"
  | "full-results"
  | "methods"
  | "provenance"
  | "glossary";

/** One section of the report. Where its input is absent it has no blocks, and "not assessed" says so. */
export interface Section {
  readonly id: SectionId;
  blocks(view: View): readonly Block[];
}
