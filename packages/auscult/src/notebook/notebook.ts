import { rmSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { didYouMean } from "@auscult/core";
import { type AuditReport, exhibit, type ExhibitOf, render, type ReportFinding } from "@auscult/report";
import { orUndone } from "../or-undone.ts";
import { type Display, display, INSPECT, JUPYTER } from "./display.ts";
import { contrastRows, curveRows, estimateRows, findingRows } from "./rows.ts";

/** Which metric, and where. The primary metric where none is named; `threshold` is one of the plan's, the first where none is named. */
export interface Asked {
  readonly metric?: string;
  readonly threshold?: number;
  /** Id of an attribute of the plan; all of them where absent. */
  readonly by?: string;
}

/** An audit as a notebook asks it. Every answer is read from the report: nothing is estimated anew, and nothing is shared between audits. */
export interface Notebook {
  /** A metric in every subgroup, with everybody. */
  subgroups(asked?: Asked): Display;
  /** The calibration curve of everybody, or of each level of an attribute. */
  calibration(asked?: Pick<Asked, "by">): Display;
  /** A metric's contrasts with their verdicts. What is not of the primary family is marked exploratory. */
  gap(metric?: string, asked?: Omit<Asked, "metric">): Display;
  labelChoice(): Display;
  drift(): Display;
  claims(): Display;
  /** Everything that analyses beside the metrics found. */
  findings(): Display;
  /** Writes the report as one HTML page: what may leave, where the plan declares disclosure control. */
  writeReport(path: string, options?: { readonly language?: string }): Promise<void>;
  /** The same audit, its displays in another language of the report. */
  inLanguage(language: string): Notebook;
  [JUPYTER](): ReturnType<Display[typeof JUPYTER]>;
  [INSPECT](): string;
}

const LABEL_CHOICE: readonly ReportFinding["kind"][] = ["label-choice", "proxy-association"];
const DRIFT: readonly ReportFinding["kind"][] = [
  "monitoring",
  "drift",
  "updating",
  "model-change",
  "cohort-comparison",
];

/** The notebook of one report; `released` is what may be written down of it. */
export function notebook(report: AuditReport, released: () => AuditReport, language = "en"): Notebook {
  const show = (asked: ExhibitOf) => exhibit(report, asked, language);
  const ofKinds = (title: string, kinds?: readonly ReportFinding["kind"][]): Display => {
    const found = report.findings.filter(({ kind }) => kinds?.includes(kind) ?? true);
    const none = `${title}: nothing was found, for the plan asks for nothing of the kind or it does not apply.`;
    const shown = show({ of: "findings", ids: found.map(({ id }) => id), title: found.length === 0 ? none : title });
    return display(shown, findingRows(found));
  };
  const which = (asked: Asked): { metric: string; threshold?: number; by?: string } => {
    const metric = asked.metric ?? report.study.primary.metric;
    const facts = report.metrics.find(({ id }) => id === metric);
    const ids = report.metrics.map(({ id }) => id);
    if (facts === undefined)
      throw new RangeError(
        `no metric "${metric}" in this audit.${didYouMean(metric, ids)} There are ${ids.join(", ")}.`,
      );
    const threshold = facts.thresholded ? thresholdOf(report, metric, asked.threshold) : undefined;
    return {
      metric,
      ...(threshold === undefined ? {} : { threshold }),
      ...(asked.by === undefined ? {} : { by: asked.by }),
    };
  };
  const inAttribute = (by: string | undefined): ((subgroup: string) => boolean) => {
    if (by === undefined) return () => true;
    const own = new Set(report.attributes.find(({ id }) => id === by)?.subgroups);
    return (subgroup) => subgroup === "overall" || own.has(subgroup);
  };
  const subgroups = (asked: Asked = {}): Display => {
    const { metric, threshold, by } = which(asked);
    const shown = show({ of: "metric", ...which(asked) });
    const named = new Set(report.subgroups.map(({ id }) => id));
    const within = inAttribute(by);
    const own = report.estimates.filter(
      (e) => e.metric === metric && e.threshold === threshold && named.has(e.subgroup) && within(e.subgroup),
    );
    return display(shown, estimateRows(report, own));
  };
  return {
    subgroups,
    calibration: ({ by } = {}) => {
      const shown = show({ of: "calibration", ...(by === undefined ? {} : { by }) });
      const curve = CALIBRATIONS.find((id) => report.curves.some((c) => c.curve === id));
      const within = inAttribute(by);
      const own = report.curves.filter(
        (c) => c.curve === curve && (by === undefined ? c.subgroup === "overall" : within(c.subgroup)),
      );
      return display(shown, curveRows(report, own));
    },
    gap: (asked, rest = {}) => {
      const chosen = which({ ...(asked === undefined ? {} : { metric: asked }), ...rest });
      const shown = show({ of: "gap", ...chosen });
      const within = inAttribute(chosen.by);
      const own = report.contrasts.filter(
        (c) => c.metric === chosen.metric && c.threshold === chosen.threshold && within(c.subgroup),
      );
      return display(shown, contrastRows(report, own));
    },
    labelChoice: () => ofKinds("Label choice", LABEL_CHOICE),
    drift: () => ofKinds("Drift", DRIFT),
    claims: () => ofKinds("Claims", ["claim"]),
    findings: () => ofKinds("Findings"),
    writeReport: async (path, options = {}) => {
      const { files } = await render(released(), "html", { language: options.language ?? language });
      await writeAtOnce(path, files[0]!.content);
    },
    inLanguage: (other) => notebook(report, released, other),
    [JUPYTER]: () => subgroups()[JUPYTER](),
    [INSPECT]: () => `${report.title}\n\n${subgroups().toString()}`,
  };
}

/** The calibration curve of each kind of outcome. */
const CALIBRATIONS = ["calibrationCurve", "horizonCalibration", "continuousCalibration"];

function thresholdOf(report: AuditReport, metric: string, asked: number | undefined): number {
  const declared = report.study.thresholds.map(({ value }) => value);
  if (declared.length === 0) throw new RangeError(`"${metric}" needs a threshold, and the plan declares none`);
  if (asked === undefined) {
    const { primary } = report.study;
    return primary.metric === metric && primary.threshold !== undefined ? primary.threshold : declared[0]!;
  }
  if (declared.includes(asked)) return asked;
  throw new RangeError(`no threshold ${asked} in this audit; the plan declares ${declared.join(", ")}`);
}

/** The whole file or none of it. */
async function writeAtOnce(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part-${process.pid}`;
  try {
    await orUndone(
      () => rmSync(part, { force: true }),
      async () => {
        await writeFile(part, content);
        await rename(part, path);
      },
    );
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
