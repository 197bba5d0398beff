import { nearest } from "../nearest.ts";
import { levelMistakes } from "./declared-levels.ts";
import { invalid, type Mistake } from "./mistake.ts";
import type { AuditPlan } from "./schema.ts";

type Claim = AuditPlan["claims"][number];

/** That each claim says one thing, of a subgroup that the plan has, with a margin that can be read. */
export function claimMistakes(plan: AuditPlan): Mistake[] {
  const { claims, subgroups } = plan;
  const ids = subgroups.map(({ id }) => id);
  return claims.flatMap((claim, i) => [
    ...(claims.findIndex(({ id }) => id === claim.id) < i
      ? [invalid(["claims", i, "id"], "two claims have the same id", claim.id, "Give each its own.")]
      : []),
    ...valueMistakes(claim, ["claims", i]),
    ...validationMistakes(claim, ["claims", i]),
    ...marginMistakes(claim, ["claims", i]),
    ...(claim.subgroup === undefined
      ? []
      : levelMistakes(plan, claim.subgroup.id, claim.subgroup.level, ["claims", i, "subgroup", "level"])),
    ...subgroupMistakes(claim, ["claims", i], ids),
  ]);
}

function valueMistakes({ value, counts, interval, sample }: Claim, at: PropertyKey[]): Mistake[] {
  const found: Mistake[] = [];
  if (value === undefined && counts === undefined)
    found.push(invalid([...at, "value"], "the claim has no value", undefined, "Add value, or the published counts."));
  for (const [key, given] of Object.entries({ value, interval, sample }))
    if (counts !== undefined && given !== undefined)
      found.push(
        invalid([...at, key], `the counts give the ${key} already`, given, `Leave out counts, or the ${key}.`),
      );
  if (interval !== undefined && sample !== undefined)
    found.push(
      invalid([...at, "sample"], "the claim has an interval already", sample, "Leave out the interval, or the sample."),
    );
  if (typeof value === "object" && !(value.from < value.to))
    found.push(invalid([...at, "value"], "the range does not ascend", value, "Write the lower end as from."));
  if (typeof value === "object" && (interval ?? sample) !== undefined)
    found.push(
      invalid(
        [...at, interval === undefined ? "sample" : "interval"],
        "a range of values has no interval",
        interval ?? sample,
        "Give one value with its interval, or the range alone.",
      ),
    );
  if (interval !== undefined && typeof value === "number" && !(interval.low <= value && value <= interval.high))
    found.push(
      invalid([...at, "interval"], `the interval does not hold the value ${value}`, interval, "Correct one of them."),
    );
  if (sample !== undefined && sample.events > sample.n)
    found.push(
      invalid([...at, "sample", "events"], "more events than patients", sample.events, "Correct one of them."),
    );
  return found;
}

function validationMistakes({ validations = [] }: Claim, at: PropertyKey[]): Mistake[] {
  return validations.flatMap(({ value, interval }, k) =>
    interval.low < interval.high && interval.low <= value && value <= interval.high
      ? []
      : [
          invalid(
            [...at, "validations", k, "interval"],
            `the interval does not hold the value ${value}`,
            interval,
            "Correct one of them.",
          ),
        ],
  );
}

function marginMistakes({ margin }: Claim, at: PropertyKey[]): Mistake[] {
  if (margin === undefined || !("ratio" in margin)) return [];
  const [low, high] = margin.ratio;
  if (low <= 1 && high >= 1 && low < high) return [];
  const remedy = "A local value equal to the claim is a ratio of 1, so the range must hold 1, e.g. [0.8, 1.25].";
  return [invalid([...at, "margin", "ratio"], "a ratio's margin does not hold 1", margin.ratio, remedy)];
}

function subgroupMistakes({ subgroup, by }: Claim, at: PropertyKey[], ids: readonly string[]): Mistake[] {
  const named: [PropertyKey[], string][] = [
    ...(subgroup === undefined ? [] : [[[...at, "subgroup", "id"], subgroup.id] as [PropertyKey[], string]]),
    ...by.map((id, k): [PropertyKey[], string] => [[...at, "by", k], id]),
  ];
  const unknown = named.filter(([, id]) => !ids.includes(id)).map(([path, id]) => notThere(path, id, ids));
  const twice = by.flatMap((id, k) =>
    by.indexOf(id) < k ? [invalid([...at, "by", k], "the subgroup is listed twice", id, "List it once.")] : [],
  );
  const both =
    subgroup !== undefined && by.length > 0
      ? [
          invalid(
            [...at, "by"],
            "a claim about one subgroup is not tested by others",
            by,
            "Leave out by, or the subgroup.",
          ),
        ]
      : [];
  return [...unknown, ...twice, ...both];
}

function notThere(path: PropertyKey[], id: string, ids: readonly string[]): Mistake {
  const close = nearest(id, ids);
  const list = ids.length === 0 ? "The plan has no subgroups." : `The subgroups are ${ids.join(", ")}.`;
  const remedy = close === undefined ? list : `Did you mean "${close}"? ${list}`;
  return invalid(path, "a claim names a subgroup that the plan does not have", id, remedy);
}
