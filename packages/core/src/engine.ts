import type { CohortNote } from "./cohort.ts";
import type { Ledger } from "./ledger.ts";
import type { AuditPlan } from "./plan/schema.ts";
import type { TableSource } from "./table.ts";
import type { Tally } from "./tally.ts";

/** What an engine answers: the tally, and what became of the rows on the way to it. */
export interface Counted {
  readonly tally: Tally;
  readonly ledger: Ledger;
  readonly notes: readonly CohortNote[];
  /** The files counted, with their hashes. */
  readonly sources: readonly TableSource[];
}

/**
 * Something that can count a plan's rows. Every engine answers the same tally, to the last integer, and refuses the same
 * data. A new one is a new file in `engines/` and one line in `engines.ts`.
 */
export interface Engine {
  readonly id: string;
  /** Counts the plan's data; relative files start from `base`. Throws `AuditError`. */
  readonly count: (plan: AuditPlan, base: string) => Promise<Counted>;
}
