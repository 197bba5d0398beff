import {
  type AuditPlan,
  type Cohort,
  columnsOf,
  makeCohort,
  makeImputedCohorts,
  readTable,
  type ReferenceRows,
  type TableSource,
} from "@auscult/core";
import { readReference } from "./read-reference.ts";
import { type RunningModel, scoreWithModel } from "./score-with-model.ts";

export interface ReadCohort {
  readonly cohort: Cohort;
  /** Where the plan declares imputations: every completed data set, `cohort` being the first. */
  readonly imputed?: readonly Cohort[];
  readonly sources: readonly TableSource[];
  /** The plan as the cohort was made by it: with the columns of a model's scores in it, where a model was run. */
  readonly plan: AuditPlan;
  /** The rows that those under audit are compared with, where the plan names any. */
  readonly reference?: ReferenceRows;
  /** The model that gave the scores, for the caller to ask and to close. */
  readonly model?: RunningModel;
}

/** The rows of a plan in their roles, read once: whatever is computed from them speaks of the same bytes. */
export async function readCohort(
  plan: AuditPlan,
  base: string,
  onStep: (step: string) => void = () => undefined,
): Promise<ReadCohort> {
  const { source, format, csv, missing } = plan.data;
  const table = await readTable({ files: source, base, format, csv, missing, columns: columnsOf(plan) });
  const scored = await scoreWithModel(plan, table, base, onStep);
  const { model } = scored;
  try {
    const imputed = plan.imputation === undefined ? undefined : makeImputedCohorts(scored.plan, scored.table);
    const compared = await readReference(plan, table, base);
    return {
      cohort: imputed?.[0] ?? makeCohort(scored.plan, scored.table),
      ...(imputed === undefined ? {} : { imputed }),
      sources: [...table.sources, ...(compared?.sources ?? [])],
      plan: scored.plan,
      ...(compared === undefined ? {} : { reference: compared.reference }),
      ...(model === undefined ? {} : { model }),
    };
  } catch (error) {
    await model?.open.close();
    throw error;
  }
}
