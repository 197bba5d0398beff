import { type Cohort, OVERALL } from "@auscult/core";
import { isDominated } from "@auscult/metrics";

/**
 * Subgroups in which one patient's amount of a label (a cost, say) could be told from the sum, by the p% rule; everybody is
 * among them where it is so for all. A label with an amount below 0 cannot be judged, and counts as one that could.
 */
export function dominatedSubgroups({ attributes, labels }: Cohort, share: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (const amounts of labels.values()) {
    const judge = (id: string, own: (row: number) => boolean): void => {
      const present = amounts.filter((amount, row) => Number.isFinite(amount) && own(row));
      if (present.some((amount) => amount < 0) || isDominated(present, share)) found.add(id);
    };
    judge(OVERALL.id, () => true);
    for (const { id, levels, codes } of attributes)
      for (const [code, level] of levels.entries()) judge(`${id}=${level}`, (row) => codes[row] === code);
  }
  return found;
}
