import {
  type AuditPlan,
  type Cohort,
  cohortInputs,
  inputsOf,
  scoreRows,
  takeRows,
  turnedRound,
  withValue,
} from "@auscult/core";
import { type AskedModel, type ProbedFeature, rowsToProbe, supportedGrid } from "@auscult/metrics";
import type { RunningModel } from "./score-with-model.ts";
import type { OnStep } from "./step.ts";

/** Asks the model all that the plan wants to know of it, then closes it. */
export async function askModel(
  { open, spec }: RunningModel,
  cohort: Cohort,
  plan: AuditPlan,
  onStep: OnStep,
): Promise<AskedModel> {
  try {
    const probes: ProbedFeature[] = [];
    if (plan.probe !== undefined) {
      const { features, rows: most, bins, minimumSupport } = plan.probe;
      const rows = rowsToProbe(cohort.score, most, plan.policy.seed);
      const patients = takeRows(inputsOf(spec.inputs, cohortInputs(cohort)), rows);
      for (const { column, kind } of features) {
        const grid =
          kind === "numeric"
            ? supportedGrid(cohort.columns.numeric.get(column)!, bins, minimumSupport)
            : supportedLevels(cohort, column, minimumSupport);
        const responses: Float64Array[] = [];
        for (const [g, value] of grid.entries()) {
          onStep(`asking the model about ${column}`, { done: g, all: grid.length });
          const given = await scoreRows(open, spec, withValue(spec.inputs, patients, column, value), {
            locate: (row) => ({ row: rows[row]! + 1 }),
            kind: plan.score!.kind,
          });
          responses.push(
            plan.score!.direction === "lower-is-riskier" ? given.map((s) => turnedRound(s, plan.score!.kind)) : given,
          );
        }
        probes.push({ column, rows, grid, responses });
      }
    }
    return { files: open.files, runtime: open.runtime, terms: open.terms ?? [], probes };
  } finally {
    await open.close();
  }
}

/** Levels that enough patients have, in the order of the data. */
function supportedLevels({ columns }: Cohort, column: string, support: number): string[] {
  const { levels, codes } = columns.categorical.get(column)!;
  return levels.filter((_, code) => codes.filter((c) => c === code).length >= support).toSorted();
}
