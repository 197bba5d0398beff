import { computed, declared, type Finders } from "./found.ts";

/** What was audited, on whom, from what data: mostly the plan's own words. */
export const description: Finders = {
  "device.identification": ({ study }) =>
    declared(
      study.identification?.udiDi !== undefined || study.identification?.basicUdiDi !== undefined,
      "identification",
    ),
  "intended-purpose": () => declared(true, "identification"),
  "target-population": ({ study }) => declared(study.identification?.population !== undefined, "identification"),
  "users-and-workflow": ({ study }) =>
    declared(
      study.identification?.users !== undefined && study.identification.decisionRole !== undefined,
      "identification",
    ),
  "metric.rationale": () => declared(true, "asked"),
  "reference-standard": () => declared(true, "identification"),
  "threshold.rationale": ({ study }) => declared(study.thresholds.length > 0, "asked"),
  "plan.prespecified": ({ lock }) => computed(lock !== undefined, "asked"),
  "change-history": ({ changes }) => declared(changes !== undefined, "provenance"),
  provenance: () => computed(true, "provenance"),
  "data.lawful-basis": ({ deployer }) => declared(deployer?.specialCategories !== undefined, "deployer"),
  "human-oversight-statement": ({ deployer }) => declared(deployer?.oversight !== undefined, "deployer"),
  "cohort.flow": () => computed(true, "cohort"),
  "cohort.description": () => computed(true, "cohort"),
  missingness: ({ attributes }) => computed(attributes.length > 0, "data-quality"),
  limitations: () => computed(true, "not-assessed"),
  "disclosure.control": ({ disclosure }) => computed(disclosure !== undefined, "provenance"),
  reproducibility: () => computed(true, "provenance"),
  "persons-and-signatures": ({ signOff }) => declared(signOff.length > 0, "sign-off"),
  "standards-list": () => computed(true, "evidence"),
  "evidence.index": () => computed(true, "evidence"),
};
