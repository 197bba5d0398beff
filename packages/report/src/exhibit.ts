import type { AuditReport, ReportFinding } from "./audit-report.ts";
import { attributeFigure, overallFigure } from "./charts/curve-figure.ts";
import { findingFigure } from "./charts/finding.ts";
import { forest } from "./charts/forest.ts";
import { gap } from "./charts/gap.ts";
import { curveCharts } from "./charts.ts";
import type { Figure, Panel } from "./document.ts";
import { drawerOf } from "./draw.ts";
import { languages } from "./languages.ts";
import { type Placed, sideBySide } from "./pictures/side-by-side.ts";
import { findingBlocks } from "./sections/findings.ts";
import { specification } from "./specification.ts";
import { textBlocks } from "./text-blocks.ts";
import { textTable } from "./text-table.ts";
import { type View, view } from "./view.ts";

/** One result of a report, shown by itself: in a notebook, or on a console. */
export interface Exhibit {
  readonly title: string;
  /** Title, table and notes in plain text. */
  readonly text: string;
  /** Vega-Lite, with its data inside; absent where there is nothing to draw. */
  readonly spec?: object;
  /** The same drawing as a picture that stands alone. */
  readonly svg?: () => Promise<string>;
}

/** What to show. `threshold` is one of the report's; `by` is the id of an attribute. */
export type ExhibitOf =
  | { readonly of: "metric"; readonly metric: string; readonly threshold?: number; readonly by?: string }
  | { readonly of: "gap"; readonly metric: string; readonly threshold?: number; readonly by?: string }
  | { readonly of: "calibration"; readonly by?: string }
  | { readonly of: "findings"; readonly ids: readonly string[]; readonly title: string };

/** A result of a report as an exhibit. Throws RangeError for an attribute or language that is not there. */
export function exhibit(report: AuditReport, asked: ExhibitOf, language = "en"): Exhibit {
  const words = languages.find((w) => w.language === language);
  if (words === undefined)
    throw new RangeError(`no language "${language}"; there are ${languages.map((w) => w.language).join(", ")}`);
  const seen = view(report, words);
  if (asked.of === "findings") return ofFindings(seen, asked.ids, asked.title);
  const figure = figureOf(seen, asked);
  return figure === undefined ? { title: "", text: words.sentence.noContrasts } : ofFigure(seen, figure);
}

function figureOf(seen: View, asked: Exclude<ExhibitOf, { of: "findings" }>): Figure | undefined {
  const attribute = asked.by === undefined ? undefined : attributeOf(seen, asked.by);
  if (asked.of === "calibration") {
    const chart = curveCharts.find((c) => c.section === "calibration" && seen.curve(c.curve, "overall") !== undefined);
    if (chart === undefined) return undefined;
    return attribute === undefined ? overallFigure(seen, chart) : attributeFigure(seen, chart, attribute);
  }
  const { metric, threshold } = asked;
  const attributes = attribute === undefined ? seen.attributes : [attribute];
  if (asked.of === "metric") return forest(seen, { id: metric, metric, threshold, attributes });
  const subgroups = new Set(attributes.flatMap((a) => a.subgroups));
  return gap(
    seen,
    `gap-${metric}`,
    seen.report.contrasts.filter((c) => c.metric === metric && c.threshold === threshold && subgroups.has(c.subgroup)),
  );
}

function attributeOf({ report }: View, id: string): View["attributes"][number] {
  const found = report.attributes.find((a) => a.id === id);
  if (found !== undefined) return found;
  throw new RangeError(`no attribute "${id}"; there are ${report.attributes.map((a) => a.id).join(", ") || "none"}`);
}

function ofFigure(seen: View, figure: Figure): Exhibit {
  const note =
    figure.note === undefined || figure.note === "" ? [] : textBlocks([{ kind: "paragraph", text: figure.note }]);
  const text = [figure.title, "", textTable(figure.table), ...note].join("\n");
  return { title: figure.title, text, ...drawn(seen, figure.title, figure.panels) };
}

function ofFindings(seen: View, ids: readonly string[], title: string): Exhibit {
  const findings = seen.report.findings.filter(({ id }) => ids.includes(id));
  const one = (finding: ReportFinding): View => ({ ...seen, report: { ...seen.report, findings: [finding] } });
  const text = findings.flatMap((finding) => textBlocks(findingBlocks(one(finding), [finding.kind]))).join("\n");
  const figure = findings
    .flatMap((finding) => finding.charts.map((chart) => findingFigure(seen, finding, chart)))
    .find((f) => f !== undefined && f.panels.length > 0);
  return {
    title,
    text: text === "" ? title : text,
    ...(figure === undefined ? {} : drawn(seen, figure.title, figure.panels)),
  };
}

function drawn({ words }: View, title: string, panels: readonly Panel[]): Pick<Exhibit, "spec" | "svg"> {
  const [first, ...others] = panels;
  if (first === undefined) return {};
  const drawer = drawerOf([], words.numbers);
  return {
    spec: specification([first, ...others], words.numbers),
    svg: async () => {
      const placed: Placed[] = [];
      for (const panel of panels) placed.push({ ...panel, svg: await drawer.svg(panel) });
      return sideBySide(placed as [Placed, ...Placed[]], {
        title,
        description: panels.map(({ alt }) => alt).join(" "),
      });
    },
  };
}
