import type { AuditPlan, Cohort } from "@auscult/core";
import type { Sampling } from "../inference/influence.ts";

/**
 * Weights where the cohort has them, and blocks of patients as clusters where patients have several rows, unless the
 * plan says to take rows as independent.
 */
export function samplingOf({ weight, block, patients }: Cohort, { policy }: AuditPlan): Sampling {
  const clustered = patients?.repeated === true && policy.assumeIndependentRows === undefined;
  return {
    ...(weight === undefined ? {} : { weight }),
    ...(clustered && block !== undefined ? { cluster: block } : {}),
  };
}
