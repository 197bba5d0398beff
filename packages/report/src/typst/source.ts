import type { AuditReport } from "../audit-report.ts";
import type { DocumentSection } from "../document.ts";
import type { Pictured } from "../pictures/pictures-of.ts";
import { tablesOf } from "../tables-of.ts";
import type { Words } from "../words.ts";
import { blockTypst } from "./block.ts";
import { breakable, label, str } from "./escape.ts";
import { figureTypst } from "./figure.ts";
import { tableTypst } from "./table.ts";
import { template } from "./template.ts";

export interface TypstSource {
  readonly main: string;
  /** Pictures by the path that the source names them by. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** A report as a Typst document: title, contents, every section, and the numbers behind the figures at the end. */
export function typstSource(
  report: AuditReport,
  words: Words,
  sections: readonly DocumentSection[],
  figures: readonly Pictured[],
): TypstSource {
  const pictures = new Map<string, string>();
  const file = (svg: string): string => {
    const path = `/pictures/${pictures.size}.svg`;
    pictures.set(path, svg);
    return path;
  };
  const targets = new Set([
    ...sections.map(({ id }) => id),
    ...figures.map(({ numbered }) => `figure-${numbered.figure.id}`),
  ]);
  const around = {
    targets,
    figure: (figure: Pictured["numbered"]["figure"]) =>
      figureTypst(figure, figures.find(({ numbered }) => numbered.figure === figure)!, {
        targets,
        word: words.label.figure,
        file,
      }),
  };
  const body = sections.flatMap(({ id, title, blocks }, i) => [
    i < 2 ? "#pagebreak(weak: true)" : "",
    `#heading(level: 1, ${breakable(title)}) ${label(id)}`,
    ...blocks.map((block) => blockTypst(block, around)),
  ]);
  const behind = tablesOf(sections).flatMap(({ figure, table }) =>
    figure === undefined
      ? []
      : [
          `#heading(level: 2, outlined: false, ${breakable(`${words.label.figure} ${figure.number}. ${figure.figure.title}`)})`,
          tableTypst(table),
        ],
  );
  return {
    main: [
      template,
      front(report, words),
      ...body,
      ...(behind.length === 0 ? [] : [`#heading(level: 1, ${breakable(words.file.behindFigures)})`, ...behind]),
    ].join("\n"),
    pictures,
  };
}

/** Metadata, page, running head and foot, title and contents; the report itself goes with it as an attachment. */
function front(report: AuditReport, words: Words): string {
  const { model } = report.study;
  const by = `${model.name} ${model.version}`;
  return `
#set document(title: ${str(report.title)}, author: ${str(model.manufacturer ?? by)}, description: ${str(`${words.label.reportKind}: ${by}`)}, keywords: (${str(by)}, "Auscult", ${str(report.plan.sha256)}), date: ${datetime(new Date(report.created))})
#set text(font: serif, size: 10pt, lang: ${str(words.language)}, fill: ink)
#set par(leading: 0.62em, spacing: 0.95em)
#set page(paper: "a4", margin: (x: 21mm, top: 25mm, bottom: 23mm),
  header: context if counter(page).get().first() > 1 { label-text(size: 7.4pt, fill: faint)[#${breakable(report.title)} #h(1fr) #${str(words.date(report.created))}] },
  footer: context label-text(size: 7.4pt, fill: faint)[#${breakable(`${by} · ${words.sentence.madeBy(report.auscult.version)} · ${words.label.planSha256} ${report.plan.sha256.slice(0, 12)}`)} #h(1fr) #counter(page).display() / #counter(page).final().first()])
#set heading(numbering: (..n) => if n.pos().len() == 1 { numbering("1", ..n) })
#show heading.where(level: 1): it => block(above: 2.2em, below: 0.9em, sticky: true, width: 100%, inset: (bottom: 4pt), stroke: (bottom: 0.9pt + ink), label-text(size: 15pt, weight: "bold")[#counter(heading).display()#h(0.7em)#it.body])
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.75em, sticky: true, label-text(size: 10.6pt, weight: "semibold", it.body))
#pdf.attach("/report.json", relationship: "data", mime-type: "application/json", description: ${str(words.file.attachment)})
#v(14mm)
#label-text(size: 9pt, weight: "semibold", fill: tones.plain, ${str(words.label.reportKind)})
#v(0.2em)
#block(text(font: sans, size: 24pt, weight: "bold", hyphenate: false, ${str(report.title)}))
#v(0.3em)
#text(size: 12pt, ${breakable(by)})
#v(0.5em)
#line(length: 100%, stroke: 0.9pt + ink)
#facts((
  (${str(words.label.created)}, ${str(words.date(report.created))}),
  (${str(words.label.manufacturer)}, ${breakable(model.manufacturer ?? words.label.notDeclared)}),
  (${str(words.label.intendedPurpose)}, ${breakable(model.intendedPurpose)}),
  (${str(words.label.planSha256)}, mono(${breakable(report.plan.sha256)})),
))
#v(0.6em)
#label-text(size: 10.6pt, weight: "semibold", ${str(words.label.contents)})
#{ set text(font: sans, size: 8.8pt); outline(title: none, depth: 1, indent: 0pt) }
`;
}

function datetime(date: Date): string {
  const parts = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
  return `datetime(${Object.entries(parts)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ")})`;
}
