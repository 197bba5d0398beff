import { createHash } from "node:crypto";
import { basename, dirname } from "node:path";
import {
  type AuditPlan,
  checkPlan,
  type Frame,
  loadPlan,
  OVERALL,
  type PlanInput,
  provenanceOf,
  scoreCounts,
  subgroupsOf,
  type Tally,
  tallyCohort,
} from "@auscult/core";
import { type Contrast, type Estimate, rowAnalyses, workload } from "@auscult/metrics";
import { type AuditReport, compose } from "@auscult/report";
import { askModel } from "./ask-model.ts";
import { assess } from "./assess.ts";
import { checkAttestations } from "./check-attestations.ts";
import { checkMetrics } from "./check-metrics.ts";
import { dominatedSubgroups } from "./disclosure/dominated.ts";
import { type Notebook, notebook } from "./notebook/notebook.ts";
import { publicReport } from "./public-report.ts";
import { readCohort } from "./read-cohort.ts";
import { readReport } from "./read-report.ts";
import { resolveThresholds } from "./resolve-thresholds.ts";
import type { OnStep } from "./step.ts";
import { subgroupFacts } from "./subgroup-facts.ts";
import { lockOf } from "./trace/plan-lock.ts";
import { VERSION } from "./version.ts";

export interface AuditOptions {
  /** Folder that the plan's sources are relative to, where the plan is an object; a plan file's own folder otherwise. */
  readonly base?: string;
  /** When the report is made, ISO 8601 in UTC. The clock is an input: give it to get the same bytes again. */
  readonly now?: string;
  /** The report.json of an earlier audit: monitoring then says what has changed since. */
  readonly previous?: string;
  /** The cohort, where it is in memory: an Arrow table, objects, columns, or a danfo DataFrame. It takes the place of the plan's `data.source`. */
  readonly data?: Frame;
  /** Told each step as it begins. */
  readonly onStep?: OnStep;
}

/** What an audit found: the report, and what it was made from. */
export interface Audit extends Notebook {
  readonly plan: AuditPlan;
  readonly tally: Tally;
  readonly estimates: readonly Estimate[];
  readonly contrasts: readonly Contrast[];
  /** The whole result: it stays where the patients' data are. What may leave of it is `publicReport`. */
  readonly report: AuditReport;
  /** Subgroups of which a label's sum would tell one patient's amount (p% rule). */
  readonly dominated: ReadonlySet<string>;
}

/**
 * Audits a model: read → tally → estimate → compare → compose. `plan` is a plan file or a plan as an object.
 *
 * Throws `AuditError` with every problem found where the plan or the data cannot be used; nothing is written.
 */
export async function audit(plan: string | PlanOfFrame, options: AuditOptions = {}): Promise<Audit> {
  const step = options.onStep ?? (() => undefined);
  step("checking the plan");
  const loaded =
    typeof plan === "string"
      ? await loadPlan(plan)
      : { plan: checkPlan(withData(plan, options.data)), sha256: sha256(JSON.stringify(plan)), path: undefined };
  const { plan: checked } = loaded;
  checkMetrics(checked, loaded.path);
  checkAttestations(checked, loaded.path);
  const lock = typeof plan === "string" ? await lockOf(plan, checked) : undefined;
  const base = loaded.path === undefined ? (options.base ?? ".") : dirname(loaded.path);

  const previous = options.previous === undefined ? undefined : await readReport(options.previous);

  step("reading and counting the rows");
  const {
    cohort,
    imputed,
    sources,
    plan: used,
    model,
    reference,
  } = await readCohort(checked, base, step, options.data);
  const asked = model === undefined ? undefined : await askModel(model, cohort, used, step);
  const tally = tallyCohort(cohort);
  const thresholds = resolveThresholds(checked, scoreCounts(tally, OVERALL));
  const values = thresholds.map(({ value }) => value);
  const subgroups = subgroupsOf(checked, tally);

  const found = assess(
    checked,
    { cohort, tally, subgroups, ...(imputed === undefined ? {} : { imputed }) },
    values,
    step,
  );

  step("analysing rows");
  const { compared } = found;
  const findings =
    compared === undefined
      ? []
      : rowAnalyses.flatMap((analysis) =>
          analysis.analyse(cohort, used, {
            tally,
            subgroups,
            ...compared,
            thresholds: values,
            ...(asked === undefined ? {} : { model: asked }),
            ...(reference === undefined ? {} : { reference }),
            ...(previous === undefined ? {} : { previous }),
          }),
        );

  step("composing the report");
  const report = compose({
    auscultVersion: VERSION,
    created: options.now ?? new Date().toISOString(),
    plan: checked,
    planSha256: loaded.sha256,
    provenance: provenanceOf(
      sources,
      loaded.path === undefined ? undefined : { file: basename(loaded.path), sha256: loaded.sha256 },
      asked?.runtime,
      asked?.files,
    ),
    cohort: {
      ledger: cohort.ledger,
      ...(tally.patients === undefined ? {} : { patients: tally.patients }),
      weighted: tally.weight !== undefined,
      attributes: tally.attributes,
      subgroups: subgroupFacts(checked, cohort, tally, subgroups),
    },
    thresholds,
    familyPer: "attribute",
    ...found,
    findings,
    ...(lock === undefined ? {} : { lock }),
    workload: workload(found.estimates, checked.volume?.perDay),
  });
  const dominated = checked.disclosure === undefined ? [] : dominatedSubgroups(cohort, checked.disclosure.dominance);
  const result = {
    plan: checked,
    tally,
    estimates: found.estimates,
    contrasts: found.contrasts,
    report,
    dominated: new Set(dominated),
  };
  return { ...result, ...notebook(report, () => publicReport(result)) };
}

/** A plan as an object; its data can be left out where a frame is given beside it. */
export type PlanOfFrame = Omit<PlanInput, "data"> & { readonly data?: Partial<PlanInput["data"]> };

/** What rows in memory are called in problems and in the report. */
const IN_MEMORY = "data in memory";

function withData(plan: PlanOfFrame, frame: Frame | undefined): PlanInput {
  return (frame === undefined ? plan : { ...plan, data: { source: IN_MEMORY, ...plan.data } }) as PlanInput;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
