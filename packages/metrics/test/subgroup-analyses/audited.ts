import { checkPlan, makeCohort, type PlanInput, subgroupsOf, tableFromRows, tallyCohort } from "@auscult/core";
import { type Finding, compare, metrics, type RowAnalysis } from "../../src/index.ts";

export type Row = Readonly<Record<string, unknown>>;

/** 3,000 made-up patients: three age bands with different event rates, two sexes, calibrated risk; the same ones always. */
export function patients(count = 3000): Row[] {
  let state = 11;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: count }, (_, i) => {
    const age = ["young", "middle", "old"][Math.floor(random() * 3)];
    const base = { young: 0.05, middle: 0.15, old: 0.35 }[age]!;
    const risk = Math.min(0.95, base * (0.3 + 1.4 * random()));
    const died = random() < risk ? 1 : 0;
    return { id: `P${i}`, risk, died, age, sex: random() < 0.5 ? "female" : "male" };
  });
}

export const plan: PlanInput = {
  auscult: 1,
  title: "t",
  model: { name: "m", version: "1", intendedPurpose: "p" },
  data: { source: "none.csv" },
  score: { column: "risk", kind: "probability", direction: "higher-is-riskier" },
  outcome: { column: "died", positive: "1", negative: ["0"], description: "d" },
  patient: "id",
  thresholds: [{ at: 0.15, reason: "r" }],
  subgroups: [
    { id: "age", column: "age", reference: { level: "middle", reason: "r" } },
    { id: "sex", column: "sex" },
  ],
  intersections: [["age", "sex"]],
  primary: { metric: "auroc", reason: "r" },
  margins: {
    observedExpectedRatio: { ratio: [0.8, 1.25], reason: "r" },
    sensitivity: { difference: 0.1, reason: "r" },
  },
};

/** What an analysis says of these rows, after the metrics as in an audit. */
export function found(
  analysis: RowAnalysis,
  rows: readonly Row[],
  input: PlanInput = plan,
  ids?: readonly string[],
): readonly Finding[] {
  const checked = checkPlan(input);
  const cohort = makeCohort(checked, tableFromRows(rows));
  const tally = tallyCohort(cohort);
  const subgroups = subgroupsOf(checked, tally);
  const thresholds = checked.thresholds.flatMap((t) => ("at" in t ? [t.at] : []));
  const options = {
    level: checked.policy.level,
    thresholds,
    minimumEvents: 10,
    assumeIndependentRows: false,
    metrics: ids === undefined ? metrics : metrics.filter(({ id }) => ids.includes(id)),
  };
  const { measured, contrasts } = compare(tally, subgroups, {
    ...options,
    margins: checked.margins,
    family: { metric: checked.primary.metric, per: "attribute", multiplicity: "holm" },
  });
  return analysis.analyse(cohort, checked, { tally, subgroups, measured, contrasts, options, thresholds });
}

/** A table's rows as records by column. */
export function records({ tables }: Finding, id: string): Record<string, unknown>[] {
  const table = tables.find((t) => t.id === id);
  if (table === undefined) throw new Error(`no table ${id}; there are ${tables.map((t) => t.id).join(", ")}`);
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column.id, row[i]])));
}
