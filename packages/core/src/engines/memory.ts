import { makeCohort } from "../cohort.ts";
import { withoutModel } from "./countable.ts";
import type { Engine } from "../engine.ts";
import { columnsOf } from "../plan/columns.ts";
import { readTable } from "../read.ts";
import { tallyCohort } from "../tally.ts";

/** Reads the rows and counts them here; the cohort's rows fit in memory. */
export const memory: Engine = {
  id: "memory",
  async count(plan, base) {
    withoutModel(plan);
    const { source, format, csv, missing } = plan.data;
    const table = await readTable({ files: source, base, format, csv, missing, columns: columnsOf(plan) });
    const cohort = makeCohort(plan, table);
    return { tally: tallyCohort(cohort), ledger: cohort.ledger, notes: cohort.notes, sources: table.sources };
  },
};
