import {
  type AuditPlan,
  type Cohort,
  columnsOf,
  type Frame,
  makeCohort,
  makeImputedCohorts,
  readTable,
  tableFromFrame,
  type ReferenceRows,
  type TableSource,
} from "@auscult/core";
import { readReference } from "./read-reference.ts";
import type { OnStep } from "./step.ts";
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
  onStep: OnStep = () => undefined,
  frame?: Frame,
): Promise<ReadCohort> {
  const { source, format, csv, missing } = plan.data;
  const columns = columnsOf(plan);
  const table =
    frame === undefined
      ? await readTable({ files: source, base, format, csv, missing, columns })
      : tableFromFrame(frame, { name: typeof source === "string" ? source : source[0]!, missing, columns });
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
