import type { AuditPlan, Subgroup, TallyAttribute } from "@auscult/core";
import type { Label } from "../phrases.ts";
import type { Beside } from "../row-analysis.ts";

/** An attribute, or two crossed, and the subgroups that it parts the cohort into: no row is in two of them. */
export interface AttributeGroup {
  readonly id: string;
  readonly label: Label;
  readonly crossed: boolean;
  readonly subgroups: readonly Subgroup[];
}

/** The plan's attributes and intersections in order, each with its subgroups; "overall" is none. */
export function attributeGroups({ subgroups, tally }: Pick<Beside, "subgroups" | "tally">): AttributeGroup[] {
  const groups = new Map<string, Subgroup[]>();
  for (const subgroup of subgroups) {
    if (subgroup.of.length === 0) continue;
    const key = subgroup.of.map(({ attribute }) => attribute).join("&");
    groups.set(key, [...(groups.get(key) ?? []), subgroup]);
  }
  return [...groups].map(([id, members]) => {
    const [first, second] = members[0]!.of.map(({ attribute }) => labelOf(tally.attributes, attribute));
    const label: Label = second === undefined ? first! : { say: "crossOf", with: { first: first!, second } };
    return { id, label, crossed: second !== undefined, subgroups: members };
  });
}

function labelOf(attributes: readonly TallyAttribute[], id: string): string {
  return attributes.find((attribute) => attribute.id === id)?.label ?? id;
}

/** The metrics that the plan judges: the primary one, and every other with a margin, each at its thresholds. */
export function judgedMetrics(
  { primary, margins }: AuditPlan,
  { measured }: Beside,
): { metric: string; threshold?: number }[] {
  const overall = measured.get("overall") ?? [];
  return overall
    .filter(({ metric, at }) =>
      metric.id === primary.metric ? at.threshold === primary.threshold : margins[metric.id] !== undefined,
    )
    .map(({ metric, at }) => ({
      metric: metric.id,
      ...(at.threshold === undefined ? {} : { threshold: at.threshold }),
    }))
    .toSorted((a, b) => Number(b.metric === primary.metric) - Number(a.metric === primary.metric));
}

/** One metric of one subgroup, as it was measured. */
export function measuredIn(
  { measured }: Beside,
  subgroup: string,
  of: { readonly metric: string; readonly threshold?: number },
) {
  return measured.get(subgroup)?.find(({ metric, at }) => metric.id === of.metric && at.threshold === of.threshold);
}
