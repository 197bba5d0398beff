import {
  AuditError,
  type AuditPlan,
  type InputColumns,
  inputsOf,
  locate,
  type ModelRows,
  type OpenModel,
  openModel,
  type Problem,
  type ScoreModel,
  scoreRows,
  type Table,
  tableInputs,
  withValue,
} from "@auscult/core";
import type { OnStep } from "./step.ts";

/** A model that was run on the rows, still open to be asked more. */
export interface RunningModel {
  readonly spec: ScoreModel;
  readonly open: OpenModel;
}

export interface Scored {
  /** The plan with the model's columns named in it: the score, and the scores with each declared factor set and removed. */
  readonly plan: AuditPlan;
  readonly table: Table;
  readonly model?: RunningModel;
}

/**
 * Lets the plan's model score the rows, and score them again with each factor of treatment masking set and removed where
 * the factor is an input of the model. A plan without a model passes through. The caller closes the model.
 */
export async function scoreWithModel(plan: AuditPlan, table: Table, base: string, onStep: OnStep): Promise<Scored> {
  const { score } = plan;
  if (score?.model === undefined) return { plan, table };
  const spec = score.model;
  const problems: Problem[] = [];
  const columns = tableInputs(table, problems);
  const rows = inputsOf(spec.inputs, columns);
  if (problems.length > 0) throw new AuditError(problems);
  onStep("opening the model");
  const open = await openModel(spec, base);
  try {
    const run = (what: string, of: ModelRows): Promise<Float64Array> =>
      scoreRows(open, spec, of, {
        locate: (row) => locate(table, row),
        kind: score.kind,
        onProgress: (done, all) => onStep(what, { done, all }),
      });
    const added = new Map<string, Float64Array>([[score.column, await run("scoring with the model", rows)]]);
    const toggled = async <T extends Toggled>(factor: T, name: string): Promise<T> => {
      if (factor.counterfactual !== undefined) return factor;
      const scores = await toggle(factor, name, spec, rows, columns, run);
      if (scores === undefined) return factor;
      const names = { ifPresent: `${score.column}, ${name} set`, ifAbsent: `${score.column}, ${name} removed` };
      added.set(names.ifPresent, scores.ifPresent);
      added.set(names.ifAbsent, scores.ifAbsent);
      return { ...factor, counterfactual: names };
    };
    const factors: Factor[] = [];
    for (const factor of plan.treatmentMasking?.factors ?? []) factors.push(await toggled(factor, factor.id));
    const screen: Screened[] = [];
    for (const factor of plan.treatmentMasking?.screen ?? []) screen.push(await toggled(factor, factor.column));
    return {
      plan:
        plan.treatmentMasking === undefined
          ? plan
          : { ...plan, treatmentMasking: { ...plan.treatmentMasking, factors, screen } },
      table: {
        ...table,
        columns: new Map([
          ...table.columns,
          ...[...added].map(([name, values]) => [name, { kind: "number", values }] as const),
        ]),
      },
      model: { spec, open },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}

type Factor = NonNullable<AuditPlan["treatmentMasking"]>["factors"][number];
type Screened = NonNullable<AuditPlan["treatmentMasking"]>["screen"][number];
type Toggled = Pick<Factor, "column" | "present" | "absent" | "counterfactual">;

/** The scores of every row with the factor set and removed; nothing where the model does not take the factor. */
async function toggle(
  factor: Toggled,
  name: string,
  spec: ScoreModel,
  rows: ModelRows,
  columns: InputColumns,
  run: (what: string, rows: ModelRows) => Promise<Float64Array>,
): Promise<{ readonly ifPresent: Float64Array; readonly ifAbsent: Float64Array } | undefined> {
  if (!spec.inputs.some(({ column }) => column === factor.column)) return undefined;
  const absent = factor.absent ?? otherLevel(factor, name, columns);
  const as = (level: string): ModelRows => withValue(spec.inputs, rows, factor.column, level);
  return {
    ifPresent: await run(`asking the model: every patient with ${name}`, as(factor.present)),
    ifAbsent: await run(`asking the model: no patient with ${name}`, as(absent)),
  };
}

/** The one other level of the factor's column. */
function otherLevel({ column, present }: Toggled, id: string, columns: InputColumns): string {
  const { levels } = columns.categorical(column);
  const others = levels.filter((level) => level !== present && Number(level) !== Number(present));
  if (others.length === 1) return others[0]!;
  throw new AuditError([
    {
      code: "PLAN_INVALID",
      where: { planPath: "treatmentMasking.factors", column },
      what: `it is not clear what the model is given when ${id} is removed, for the column has ${others.length} other levels`,
      seen: others.slice(0, 5).join(", "),
      remedy: "Add absent: the level that means the patient does not have it.",
    },
  ]);
}
