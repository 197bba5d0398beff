import { auditSuppression, type Cell, differenceOf, roundCounts } from "@auscult/metrics";
import type { GoldenMethod } from "../pack.ts";

export const privacy: readonly GoldenMethod[] = [
  {
    method: "privacy_audit",
    run(params) {
      const suppressed = params.raw["suppressed"] as readonly Cell[];
      const found = auditSuppression(params.raw["table"] as readonly number[][], suppressed, {
        minimum: params.number("min_cell"),
        publishedTotals: params.raw["published_margins"] === true,
      });
      return {
        primary_cells: found.primary.map((cell) => cell.join(",")),
        feasible_lo: found.bounds.map(({ low }) => low),
        feasible_hi: found.bounds.map(({ high }) => high),
        n_exactly_disclosed: found.disclosed,
        safe: found.safe ? 1 : 0,
      };
    },
  },
  {
    method: "privacy_rounding",
    run: (params) => ({ rounded: roundCounts(params.numbers("counts"), params.number("base")) }),
  },
  {
    method: "privacy_differencing",
    run(params) {
      const released = (name: string) => ({ rows: params.number(`${name}_n`), events: params.number(`${name}_pos`) });
      const found = differenceOf(released("total"), released("sub"), params.number("min_cell"));
      return { residual_pos: found.events, residual_n: found.rows, disclosive: found.disclosive ? 1 : 0 };
    },
  },
];
