import type { AuditReport, ReportAttribute } from "../audit-report.ts";
import type { ComposeInput } from "./input.ts";

/** The subgroups, each with its attributes' labels. */
export function subgroups({ cohort }: ComposeInput): AuditReport["subgroups"] {
  const label = new Map(cohort.attributes.map((a) => [a.id, a.label]));
  return cohort.subgroups.map(({ happened, ...facts }) => ({
    ...facts,
    ...(happened === undefined
      ? {}
      : { happened: happened.kind === "multi-class" ? { ...happened, classes: [...happened.classes] } : happened }),
    of: facts.of.map(({ attribute, level }) => ({ attribute, label: label.get(attribute) ?? attribute, level })),
  }));
}

/** The attributes and intersections that part the cohort, each with its subgroups, in the order of the subgroups. */
export function attributes({ cohort }: ComposeInput): ReportAttribute[] {
  const known = new Map(cohort.attributes.map((a) => [a.id, a]));
  const found = new Map<string, ReportAttribute>();
  for (const { id, of } of cohort.subgroups) {
    if (of.length === 0) continue;
    const ids = of.map((m) => m.attribute);
    const key = ids.join("&");
    const attribute = found.get(key) ?? {
      id: key,
      label: ids.map((a) => known.get(a)?.label ?? a).join(" × "),
      ...(ids.length > 1 ? { crosses: ids } : {}),
      ...reference(ids.length === 1 ? known.get(ids[0]!)?.reference : undefined),
      subgroups: [],
    };
    attribute.subgroups.push(id);
    found.set(key, attribute);
  }
  return [...found.values()];
}

function reference(declared: { level: string; reason: string } | undefined): Pick<ReportAttribute, "reference"> {
  return declared === undefined ? {} : { reference: { level: declared.level, reason: declared.reason } };
}
