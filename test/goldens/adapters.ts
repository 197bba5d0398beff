import { calibration } from "./adapters/calibration.ts";
import { dataProblems } from "./adapters/data-problems.ts";
import { discrimination } from "./adapters/discrimination.ts";
import { drift } from "./adapters/drift.ts";
import { labelChoice } from "./adapters/label-choice.ts";
import { outcomes } from "./adapters/outcomes.ts";
import { privacy } from "./adapters/privacy.ts";
import { proportions } from "./adapters/proportions.ts";
import { resampling } from "./adapters/resampling.ts";
import { screening } from "./adapters/screening.ts";
import { subgroups } from "./adapters/subgroups.ts";
import { survival } from "./adapters/survival.ts";
import { threshold } from "./adapters/threshold.ts";
import { treatmentMasking } from "./adapters/treatment-masking.ts";
import { utility } from "./adapters/utility.ts";
import { validation } from "./adapters/validation.ts";
import type { GoldenMethod } from "./pack.ts";

/** Every method of a golden pack that the product answers; one file a family. */
export const goldenMethods: readonly GoldenMethod[] = [
  ...discrimination,
  ...survival,
  ...outcomes,
  ...proportions,
  ...threshold,
  ...calibration,
  ...utility,
  ...subgroups,
  ...dataProblems,
  ...resampling,
  ...labelChoice,
  ...treatmentMasking,
  ...validation,
  ...drift,
  ...privacy,
  ...screening,
];
