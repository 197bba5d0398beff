import type { FileChild } from "docx";
import { BLUE, INK, QUIET } from "../charts/style.ts";
import { documentOf } from "../document-of.ts";
import { blockDocx } from "../docx/block.ts";
import { docxEngine, xmlText } from "../docx/engine.ts";
import { figureDocx } from "../docx/figure.ts";
import { settled } from "../docx/settled.ts";
import { tableDocx } from "../docx/table.ts";
import { bookmark } from "../docx/text.ts";
import { inLanguage } from "../file-name.ts";
import type { Format } from "../format.ts";
import { picturesOf } from "../pictures/pictures-of.ts";
import { pngMaker } from "../pictures/png.ts";
import { tablesOf } from "../tables-of.ts";

/** One document for a word processor: headings, real tables, pictures with their words, everything to be edited. */
export const docx: Format = {
  id: "docx",
  render: async (report, words) => {
    const sections = documentOf(report, words);
    const pictures = await picturesOf(sections, words);
    const [engine, png] = [await docxEngine(), await pngMaker()];
    const {
      Bookmark,
      Document,
      Footer,
      Header,
      HeadingLevel,
      InternalHyperlink,
      Packer,
      PageNumber,
      Paragraph,
      TextRun,
    } = engine;
    const targets = new Set([
      ...sections.map(({ id }) => id),
      ...pictures.map(({ numbered }) => `figure-${numbered.figure.id}`),
    ]);
    const around = {
      engine,
      targets,
      figure: (figure: (typeof pictures)[number]["numbered"]["figure"]) =>
        figureDocx(engine, pictures.find(({ numbered }) => numbered.figure === figure)!, {
          targets,
          word: words.label.figure,
          png,
        }),
    };
    const heading = (id: string, title: string, fresh: boolean): FileChild =>
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        pageBreakBefore: fresh,
        children: [new Bookmark({ id: bookmark(id), children: [new TextRun(xmlText(title))] })],
      });
    const { model } = report.study;
    const by = `${model.name} ${model.version}`;
    const behind = tablesOf(sections).filter(({ figure }) => figure !== undefined);
    const last = "behind-the-figures";
    const chapters = [
      ...sections.map(({ id, title }) => ({ id, title })),
      ...(behind.length === 0 ? [] : [{ id: last, title: words.file.behindFigures }]),
    ];
    const children: FileChild[] = [
      new Paragraph({ style: "Note", text: words.label.reportKind }),
      new Paragraph({ heading: HeadingLevel.TITLE, text: xmlText(report.title) }),
      new Paragraph({ text: xmlText(`${by} · ${words.date(report.created)}`) }),
      new Paragraph({ style: "Caption", text: words.label.contents }),
      ...chapters.map(
        ({ id, title }) =>
          new Paragraph({
            style: "Fact",
            children: [
              new InternalHyperlink({
                anchor: bookmark(id),
                children: [new TextRun({ text: xmlText(title), style: "Hyperlink" })],
              }),
            ],
          }),
      ),
      ...sections.flatMap(({ id, title, blocks }, i) => [
        heading(id, title, i < 2),
        ...blocks.flatMap((block) => blockDocx(block, around)),
      ]),
      ...(behind.length === 0 ? [] : [heading(last, words.file.behindFigures, true)]),
      ...behind.flatMap(({ table, figure }) => [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          text: xmlText(`${words.label.figure} ${figure!.number}. ${figure!.figure.title}`),
        }),
        ...tableDocx(engine, table),
      ]),
    ];
    const small = { size: 15, color: QUIET.slice(1) };
    const document = new Document({
      title: xmlText(report.title),
      creator: xmlText(model.manufacturer ?? by),
      description: xmlText(`${words.label.reportKind}: ${by}`),
      keywords: `${xmlText(by)}, Auscult, ${report.plan.sha256}`,
      lastModifiedBy: `Auscult ${report.auscult.version}`,
      styles: styles(words.language === "da" ? "da-DK" : "en-GB"),
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 1247, bottom: 1134, left: 1134, right: 1134 },
            },
          },
          headers: {
            default: new Header({
              children: [new Paragraph({ children: [new TextRun({ text: xmlText(report.title), ...small })] })],
            }),
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  children: [
                    new TextRun({
                      ...small,
                      text: xmlText(
                        `${by} · ${words.sentence.madeBy(report.auscult.version)} · ${words.label.planSha256} ${report.plan.sha256.slice(0, 12)} · `,
                      ),
                    }),
                    new TextRun({ ...small, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
                  ],
                }),
              ],
            }),
          },
          children,
        },
      ],
    });
    const archive = await Packer.toBuffer(document);
    return [{ name: inLanguage("report", ".docx", words.language), content: settled(archive, report.created) }];
  },
};

function styles(language: string): NonNullable<ConstructorParameters<typeof import("docx")["Document"]>[0]["styles"]> {
  const font = "Calibri";
  const ink = INK.slice(1);
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color: ink },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const based = (id: string, run: object, paragraph: object) => ({
    id,
    name: id,
    basedOn: "Normal",
    quickFormat: true,
    run,
    paragraph,
  });
  return {
    default: {
      document: {
        run: { font, size: 21, color: ink, language: { value: language } },
        paragraph: { spacing: { after: 120 } },
      },
      title: heading(44, 120),
      heading1: heading(32, 420),
      heading2: heading(24, 280),
      hyperlink: { run: { color: BLUE.slice(1) } },
    },
    paragraphStyles: [
      based("Lead", { size: 24 }, {}),
      based("Note", { size: 17, color: QUIET.slice(1) }, { spacing: { after: 80 } }),
      based("Fact", {}, { spacing: { after: 50 } }),
      based("TableText", { size: 15 }, { spacing: { after: 0 } }),
      based("Code", { font: "Consolas", size: 13 }, { spacing: { after: 0 } }),
      based("Caption", { size: 19, bold: true }, { spacing: { before: 200, after: 80 }, keepNext: true }),
    ],
  };
}
