// pnpm bench: AUROC with its interval on 93 subgroups, against sorting the same scores. The result is asserted first.
import assert from "node:assert/strict";
import {
  checkPlan,
  makeCohort,
  type Subgroup,
  scoreCountsOfEach,
  subgroupsOf,
  tableFromRows,
  tallyCohort,
} from "@auscult/core";
import { evaluate, expit, isUndefined, metrics, normalQuantile, PURPOSES, randomStream } from "@auscult/metrics";

const ROWS = Number(process.argv[2] ?? 200_000);
const auroc = metrics.find(({ id }) => id === "auroc")!;

const draw = randomStream(2026, 0, PURPOSES.simulation);
const rows = Array.from({ length: ROWS }, () => {
  const logOdds = -2.5 + normalQuantile(draw.uniform());
  return {
    risk: expit(logOdds),
    died: draw.uniform() < expit(logOdds) ? 1 : 0,
    sex: draw.index(2),
    age: draw.index(8),
    ethnicity: draw.index(6),
  };
});
const plan = checkPlan({
  auscult: 1,
  title: "bench",
  model: { name: "bench", version: "1", intendedPurpose: "to be timed" },
  data: { source: "memory" },
  score: { column: "risk", kind: "probability", direction: "higher-is-riskier" },
  outcome: { column: "died", positive: 1, negative: [0], description: "simulated" },
  subgroups: ["sex", "age", "ethnicity"].map((id) => ({ id, column: id })),
  intersections: [
    ["sex", "age"],
    ["sex", "ethnicity"],
    ["age", "ethnicity"],
  ],
  primary: { metric: "auroc", reason: "timed" },
});
const cohort = makeCohort(plan, tableFromRows(rows));

function once(): readonly number[] {
  const tally = tallyCohort(cohort);
  const subgroups: readonly Subgroup[] = subgroupsOf(plan, tally);
  return scoreCountsOfEach(tally, subgroups).map((counts) => {
    const result = evaluate(auroc, counts, { level: 0.95, at: {}, scoreKind: "probability" });
    return isUndefined(result) ? -1 : result.point.value;
  });
}

/** The definition, pair by pair, on the rows of one subgroup. */
function byPairs(keep: (row: (typeof rows)[number]) => boolean): number {
  const of = rows.filter(keep);
  const events = of.filter((r) => r.died === 1);
  const others = of.filter((r) => r.died === 0);
  let won = 0;
  for (const e of events) for (const o of others) won += e.risk > o.risk ? 1 : e.risk === o.risk ? 0.5 : 0;
  return won / events.length / others.length;
}

const subgroups = subgroupsOf(plan, tallyCohort(cohort));
const values = once();
assert.equal(subgroups.length, 93);
const crossed = subgroups.findIndex(({ id }) => id === "age=7&ethnicity=5");
assert.ok(Math.abs(values[crossed]! - byPairs((r) => r.age === 7 && r.ethnicity === 5)) < 1e-12);

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const audit: number[] = [];
const sort: number[] = [];
for (let run = 0; run < 5; run++) {
  audit.push(timed(once));
  sort.push(timed(() => cohort.score.slice().sort()));
}
const ratio = median(audit) / median(sort);
console.log(`${ROWS} rows, 93 subgroups, AUROC with DeLong interval: ${median(audit).toFixed(0)} ms`);
console.log(`Float64Array.sort of the same scores: ${median(sort).toFixed(0)} ms; ratio ${ratio.toFixed(1)}`);
