import type { ReportFinding } from "@auscult/report";

type Table = ReportFinding["tables"][number];

/** What the engine knows that a finding's numbers must not give away. */
export interface Guard {
  readonly minimum: number;
  readonly round?: number;
  /** Subgroups, and the words of levels, of which something is withheld. */
  readonly hidden: ReadonlySet<string>;
  /** Whether the labels of all patients together would tell one patient's amount. */
  readonly labelsTold: boolean;
}

/**
 * An analysis without what could tell a small count. A table is kept only where each of its rows says of how many it
 * speaks, none of them is few, no share in it is of few, and none of its rows is about a subgroup that is withheld in
 * part: a single row left out could be worked out from the others. Shares that do not say of how many are withheld.
 */
export function guarded(finding: ReportFinding, guard: Guard): ReportFinding {
  const hidden =
    (finding.subgroup !== undefined && guard.hidden.has(finding.subgroup)) ||
    (finding.kind === "label-choice" && guard.labelsTold);
  const tables = hidden ? [] : finding.tables.filter((table) => keeps(table, guard));
  return {
    ...finding,
    numbers: finding.numbers.map((own) => {
      const small = own.unit === "count" && typeof own.value === "number" && few(own.value, guard.minimum);
      if (!hidden && !small && own.unit !== "proportion" && !(own.unit === "count" && guard.round !== undefined))
        return own;
      return { ...own, value: null, interval: null, reason: "SUPPRESSED" as const };
    }),
    tables,
    charts: finding.charts.filter(({ table }) => tables.some(({ id }) => id === table)),
  };
}

function keeps({ columns, rows }: Table, { minimum, hidden, round }: Guard): boolean {
  const counts = columns.flatMap(({ unit }, i) => (unit === "count" ? [i] : []));
  if (counts.length === 0 || round !== undefined) return columns.every(({ unit }) => unit === "text");
  return rows.every((row) => {
    const own = counts.map((i) => row[i]);
    if (own.some((n) => typeof n !== "number" || few(n, minimum))) return false;
    const most = Math.max(...own.filter((n) => typeof n === "number"));
    const shares = columns.flatMap(({ unit }, i) => (unit === "proportion" ? [row[i]] : []));
    if (shares.some((p) => typeof p === "number" && (few(p * most, minimum) || few((1 - p) * most, minimum))))
      return false;
    return row.every((cell) => !hidden.has(nameOf(cell)));
  });
}

function nameOf(cell: Table["rows"][number][number] | undefined): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "object" && cell !== null && "subgroup" in cell) return cell.subgroup;
  return "";
}

/** Above nobody (whatever rounding left there) and below the least that is shown. */
function few(count: number, minimum: number): boolean {
  return count > 1e-6 && count < minimum - 1e-6;
}
