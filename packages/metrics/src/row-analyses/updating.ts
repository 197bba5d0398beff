import type { AuditPlan, Cohort } from "@auscult/core";
import { EVENT, UNKNOWN } from "@auscult/core";
import { dummies } from "../numeric/dummies.ts";
import { logit } from "../numeric/logit.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import type { UpdateRows } from "../updating/update-rows.ts";
import { covariatesOf } from "./covariates.ts";
import { notUpdated, type UpdatingInput, updatingFinding } from "./updating-finding.ts";

type Updating = NonNullable<AuditPlan["updating"]>;

/**
 * How much of the model would have to be updated here, what that would give, and what the vendor's threshold would become.
 *
 * Closed testing takes the smallest update that a larger one does not significantly improve on; what it gives is corrected
 * for having been fitted to the rows that it is judged on. The threshold is carried over in each way there is. Always with
 * the warning that this may be a modification of the device: it is described, not advised.
 *
 * @see Vergouwe et al (2017) Stat Med 36:4529-4539; Van Calster et al (2019) BMC Med 17:230.
 */
export const updatingAnalysis: RowAnalysis = {
  id: "updating",
  source: [
    "Vergouwe et al. (2017) Stat Med 36:4529-4539",
    "Harrell, Lee & Mark (1996) Stat Med 15:361-387",
    "Van Calster et al. (2019) BMC Med 17:230",
  ],
  columns({ updating }) {
    const { numeric = [], categorical = [] } = updating?.predictors ?? {};
    return [...numeric, ...categorical];
  },
  analyse(cohort, plan) {
    const { updating } = plan;
    if (updating === undefined) return [];
    if (cohort.weight !== undefined) return [notUpdated("WEIGHTED_ROWS")];
    if (cohort.scoreKind !== "probability") return [notUpdated("NOT_A_PROBABILITY")];
    const input: UpdatingInput = { plan, updating, ...rowsOf(cohort, plan, updating) };
    return input.rows.outcome.length === 0 ? [notUpdated("NO_ROWS")] : [updatingFinding(input)];
  },
};

/** Rows with everything that an update needs, and how many have not. */
function rowsOf(
  cohort: Cohort,
  plan: AuditPlan,
  { predictors }: Updating,
): { readonly rows: UpdateRows; readonly leftOut: { readonly certain: number; readonly predictors: number } } {
  const { score, outcome } = cohort;
  const repeated = cohort.patients?.repeated === true && plan.policy.assumeIndependentRows === undefined;
  const columns = predictors === undefined ? [] : covariatesOf(cohort, predictors);
  const known = [...score.keys()].filter((i) => !Number.isNaN(score[i]!) && outcome[i] !== UNKNOWN);
  const inside = known.filter((i) => score[i]! > 0 && score[i]! < 1);
  const kept = inside.filter((i) => columns.every(({ values }) => !Number.isNaN(values[i]!)));
  const of = (values: ArrayLike<number>): Float64Array => Float64Array.from(kept, (i) => values[i]!);
  return {
    rows: {
      logOdds: of(score).map((p) => logit(p)),
      outcome: Float64Array.from(kept, (i) => (outcome[i] === EVENT ? 1 : 0)),
      predictors: columns.flatMap(({ kind, values }) => (kind === "numeric" ? [of(values)] : dummies(of(values)))),
      ...(repeated && cohort.block !== undefined ? { cluster: of(cohort.block) } : {}),
    },
    leftOut: { certain: known.length - inside.length, predictors: inside.length - kept.length },
  };
}
