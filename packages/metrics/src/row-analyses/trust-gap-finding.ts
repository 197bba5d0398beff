import { type AuditPlan, type Cohort, EVENT, UNKNOWN } from "@auscult/core";
import type { Finding, FindingNumber } from "../finding.ts";
import { type Interval, undefinedBecause } from "../result.ts";
import { type Compared, trustGap } from "../screening/trust-gap.ts";
import { numberOf } from "./numbers.ts";
import { anyOf, type ReadersPlan } from "./compared-readings.ts";

/** What consensus makes of flags of the model alone, where the plan has both readers and a model among its readings. */
export function trustGapFinding(
  cohort: Cohort,
  { policy }: AuditPlan,
  { readings }: ReadersPlan,
  flags: ReadonlyMap<string, Float64Array>,
  consensus: Float64Array,
  independent: boolean,
): Finding[] {
  const of = (by: "reader" | "model") => readings.filter((r) => r.by === by).map(({ id }) => flags.get(id)!);
  const [models, readers] = [of("model"), of("reader")];
  if (models.length === 0 || readers.length === 0) return [];
  const column = (value: (row: number) => number): Float64Array =>
    Float64Array.from({ length: cohort.rows }, (_, row) => value(row));
  const gap = trustGap(
    {
      model: column((row) => anyOf(models, row)),
      readers: column((row) => anyOf(readers, row)),
      recalled: consensus,
      verified: column((row) => (cohort.outcome[row] === UNKNOWN ? 0 : 1)),
      disease: column((row) => (cohort.outcome[row] === EVENT ? 1 : 0)),
    },
    policy.level,
  );
  const difference = (
    id: string,
    say: "recallGap" | "ppvGap",
    { difference: value, interval }: Compared,
  ): FindingNumber => {
    const limits: Interval | null =
      interval === null || !independent ? null : { ...interval, level: policy.level, method: "newcombe" };
    return numberOf(
      [id, { say }, "number"],
      value === null ? undefinedBecause("ZERO_DENOMINATOR") : { value, interval: limits },
    );
  };
  const row = (say: "flaggedByModelAlone" | "flaggedByReadersAlone", who: "model" | "readers") => {
    const { flagged, recalled, verified, diseased } = gap[who];
    const [recall, ppv] = [gap.recall[who], gap.ppv[who]];
    const ends = (share: typeof recall) => (share === null || !independent ? [null, null] : [share.low, share.high]);
    return [
      { say } as const,
      flagged,
      recalled,
      recall?.value ?? null,
      ...ends(recall),
      verified,
      diseased,
      ppv?.value ?? null,
      ...ends(ppv),
    ];
  };
  return [
    {
      id: "readers:consensus",
      kind: "readers",
      subject: { say: "trustGapSubject" },
      verdict: "described",
      scope: "local",
      exploratory: true,
      notes: [{ say: "trustGapMeaning" }, ...(independent ? [] : [{ say: "peopleRepeated" as const }])],
      numbers: [difference("recallGap", "recallGap", gap.recall), difference("ppvGap", "ppvGap", gap.ppv)],
      tables: [
        {
          id: "alone",
          caption: { say: "flaggedAlone" },
          columns: [
            { id: "who", label: { say: "group" }, unit: "text" },
            { id: "flagged", label: { say: "flaggedN" }, unit: "count" },
            { id: "recalled", label: { say: "recalledN" }, unit: "count" },
            { id: "recall", label: { say: "shareRecalled" }, unit: "proportion" },
            { id: "recallLow", label: { say: "low" }, unit: "proportion" },
            { id: "recallHigh", label: { say: "high" }, unit: "proportion" },
            { id: "verified", label: { say: "verifiedN" }, unit: "count" },
            { id: "diseased", label: { say: "withDisease" }, unit: "count" },
            { id: "ppv", label: { say: "shareWithDisease" }, unit: "proportion" },
            { id: "ppvLow", label: { say: "low" }, unit: "proportion" },
            { id: "ppvHigh", label: { say: "high" }, unit: "proportion" },
          ],
          rows: [row("flaggedByModelAlone", "model"), row("flaggedByReadersAlone", "readers")],
        },
      ],
      charts: [],
      source: ["Dembrower et al. (2025) Radiology 314:e242566"],
    },
  ];
}
