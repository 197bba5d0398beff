import { type AuditPlan, type Cohort, countRows, levelsOf, subgroup, type Tally } from "@auscult/core";
import { representativeness } from "../cohort-comparison/representativeness.ts";
import type { Finding, FindingTable } from "../finding.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import { notEstimable } from "./compared-features.ts";
import { limits } from "./numbers.ts";
import { subgroupLabel } from "./subgroup-label.ts";

/** The shares of each declared subgroup's levels beside those of the population that the model is meant for. */
export function targetFindings(cohort: Cohort, plan: AuditPlan, tally: Tally): Finding[] {
  const { targetPopulation, policy } = plan;
  if (targetPopulation === undefined) return [];
  const { description, margin } = targetPopulation;
  const repeated = cohort.patients?.repeated === true && policy.assumeIndependentRows === undefined;
  return Object.entries(targetPopulation.shares).map(([attribute, shares]): Finding => {
    const levels = [...new Set([...levelsOf(tally, attribute), ...Object.keys(shares)])];
    const known = new Set(tally.attributes.find(({ id }) => id === attribute)?.levels);
    const counts = levels.map((level) => ({
      level,
      rows: known.has(level) ? countRows(tally, [subgroup({ attribute, level })])[0]!.rows : 0,
      population: shares[level] ?? 0,
    }));
    const rows = counts.reduce((sum, of) => sum + of.rows, 0);
    const independent = repeated ? Math.round((cohort.patients.distinct * rows) / cohort.rows) : rows;
    const found = representativeness(counts, {
      level: policy.level,
      independent,
      ...(margin === undefined ? {} : { margin: margin.difference }),
    });
    const about = tally.attributes.find(({ id }) => id === attribute)?.label ?? attribute;
    if (isUndefined(found))
      return notEstimable(
        `cohort-comparison:target:${attribute}`,
        { say: "targetOf", with: { attribute: about } },
        found.reason,
      );
    const unknown = levels.filter((level) => shares[level] === undefined && level !== "not recorded");
    const notes: Label[] = [
      { say: "targetIs", with: { description } },
      ...(margin === undefined
        ? []
        : [{ say: "targetMargin", with: { margin: margin.difference, reason: margin.reason } } as const]),
      ...(repeated ? [{ say: "targetRepeated" } as const] : []),
      ...unknown.map((level) => ({ say: "targetWithoutLevel", with: { level } }) as const),
    ];
    const table: FindingTable = {
      id: "shares",
      caption: { say: "targetShares" },
      columns: [
        { id: "level", label: { say: "group" }, unit: "text" },
        { id: "rows", label: { say: "rows" }, unit: "count" },
        { id: "here", label: { say: "here" }, unit: "proportion" },
        { id: "population", label: { say: "inPopulation" }, unit: "proportion" },
        { id: "difference", label: { say: "difference" }, unit: "proportion" },
        { id: "low", label: { say: "low" }, unit: "proportion" },
        { id: "high", label: { say: "high" }, unit: "proportion" },
        { id: "p", label: { say: "pBeyondMargin" }, unit: "p" },
      ],
      rows: found.levels.map(({ level, rows: n, here, population, difference, interval, p }) => [
        subgroupLabel(tally, { id: "", of: [{ attribute, level }] }),
        n,
        here,
        population,
        difference,
        ...limits(interval),
        p,
      ]),
    };
    return {
      id: `cohort-comparison:target:${attribute}`,
      kind: "cohort-comparison",
      subject: {
        say: "targetOf",
        with: { attribute: about },
      },
      verdict: found.verdict,
      scope: "counts",
      exploratory: false,
      notes,
      numbers: [],
      tables: [table],
      charts: [
        {
          id: "shares",
          title: { say: "targetShares" },
          table: "shares",
          mark: "intervals",
          x: "level",
          y: "difference",
          low: "low",
          high: "high",
          rules: [
            { axis: "y", at: 0, kind: "ideal", label: { say: "asInPopulation" } },
            ...(margin === undefined
              ? []
              : [-margin.difference, margin.difference].map(
                  (at) => ({ axis: "y", at, kind: "margin", label: { say: "shiftMarginShort" } }) as const,
                )),
          ],
        },
      ],
      source: ["Wilson (1927) J Am Stat Assoc 22:209-212"],
    };
  });
}
