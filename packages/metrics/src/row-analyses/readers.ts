import { type Cohort, EVENT, UNKNOWN } from "@auscult/core";
import type { Finding } from "../finding.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { anyOf, type Compared, type ReadersPlan } from "./compared-readings.ts";
import { levelOf } from "./level-of.ts";
import { comparisonFinding, everywhereFinding, readersNotAssessed } from "./readers-finding.ts";
import { trustGapFinding } from "./trust-gap-finding.ts";

type Reading = ReadersPlan["readings"][number];

/**
 * Who finds what: each comparison of two strategies, overall and in each level of the subgroups in which non-inferiority
 * must hold; and what consensus makes of flags of the model alone. A missing outcome is "not verified", never a negative.
 *
 * @see Pepe & Alonzo (2001) Biostatistics 2:249-260; Dembrower et al (2023) Lancet Digit Health 5:e703-e711.
 */
export const readersAnalysis: RowAnalysis = {
  id: "readers",
  source: [
    "Dembrower et al. (2023) Lancet Digit Health 5:e703-e711",
    "Tang, Tang & Chan (2003) Stat Med 22:1217-1233",
    "Schatzkin et al. (1987) Am J Epidemiol 125:672-678",
  ],
  columns({ readers }) {
    if (readers === undefined) return [];
    const read = readers.readings.flatMap((reading) => ("column" in reading ? [reading.column] : []));
    return [...read, ...(readers.consensus === undefined ? [] : [readers.consensus.column])];
  },
  analyse(cohort, plan) {
    const { readers: section } = plan;
    if (section === undefined) return [];
    if (cohort.weight !== undefined) return [readersNotAssessed("WEIGHTED_ROWS")];
    const flags = new Map(section.readings.map((reading) => [reading.id, flagsOf(cohort, reading)]));
    const consensus =
      section.consensus === undefined
        ? undefined
        : levelOf(cohort, section.consensus.column, section.consensus.recalled);
    const independent = cohort.patients?.repeated !== true || plan.policy.assumeIndependentRows !== undefined;
    return [
      ...section.comparisons.flatMap((comparison): Finding[] => {
        const compared = comparedOf(cohort, section, comparison, flags, consensus);
        const context = { cohort, plan, section, independent };
        return [
          comparisonFinding(compared, comparison, context),
          ...section.subgroups.map((attribute) => everywhereFinding(compared, comparison, attribute, context)),
        ];
      }),
      ...(consensus === undefined ? [] : trustGapFinding(cohort, plan, section, flags, consensus, independent)),
    ];
  },
};

/** 1 flagged, 0 not, NaN where the reading is missing. */
function flagsOf(cohort: Cohort, reading: Reading): Float64Array {
  if ("column" in reading) return levelOf(cohort, reading.column, reading.flagged);
  return cohort.score.map((score) => (Number.isNaN(score) ? score : score >= reading.threshold ? 1 : 0));
}

function comparedOf(
  cohort: Cohort,
  section: ReadersPlan,
  { first, second, margin, reason }: ReadersPlan["comparisons"][number],
  flags: ReadonlyMap<string, Float64Array>,
  consensus: Float64Array | undefined,
): Compared {
  const strategyOf = (id: string) => section.strategies.find((strategy) => strategy.id === id)!;
  const [a, b] = [first, second].map((id) => strategyOf(id).anyOf.map((reading) => flags.get(reading)!));
  const everybody = section.verification === "of-everybody";
  const rows = Uint32Array.from({ length: cohort.rows }, (_, row) => row).filter((row) => {
    const [x, y] = [anyOf(a!, row), anyOf(b!, row)];
    if (Number.isNaN(x) || Number.isNaN(y)) return false;
    if (everybody && cohort.outcome[row] === UNKNOWN) return false;
    return consensus === undefined || (x === 0 && y === 0) || !Number.isNaN(consensus[row]!);
  });
  const column = (of: (row: number) => boolean): Uint8Array => Uint8Array.from(rows, (row) => (of(row) ? 1 : 0));
  const recall = (row: number): boolean => consensus === undefined || consensus[row] === 1;
  return {
    names: [strategyOf(first).label ?? first, strategyOf(second).label ?? second],
    margin,
    reason,
    flagged: [column((row) => anyOf(a!, row) === 1), column((row) => anyOf(b!, row) === 1)],
    recalled: [
      column((row) => anyOf(a!, row) === 1 && recall(row)),
      column((row) => anyOf(b!, row) === 1 && recall(row)),
    ],
    verified: column((row) => cohort.outcome[row] !== UNKNOWN),
    disease: column((row) => cohort.outcome[row] === EVENT),
    rows,
    leftOut: cohort.rows - rows.length,
  };
}
