import type { FileChild } from "docx";
import { KEY_SIGN } from "../key-sign.ts";
import { PNG_SCALE } from "../pictures/png.ts";
import type { Pictured } from "../pictures/pictures-of.ts";
import { type Engine, xmlText } from "./engine.ts";
import { bookmark, runs } from "./text.ts";

/** Width of the text in pixels of a drawing, as Word counts them (96 to the inch). */
const WIDTH = 640;

/** A figure: caption, key, each picture as vectors with a bitmap for readers that have none, its words, its note. */
export function figureDocx(
  engine: Engine,
  { numbered: { figure, number }, panels }: Pictured,
  around: { readonly targets: ReadonlySet<string>; readonly word: string; png(svg: string): Uint8Array },
): FileChild[] {
  const { Paragraph, TextRun, Bookmark, ImageRun } = engine;
  const key = (figure.key ?? []).map(({ sign, text }) => `${KEY_SIGN[sign]} ${text}`).join("    ");
  const pictures = panels.flatMap(({ panel, svg }) => {
    const png = around.png(svg);
    const view = new DataView(png.buffer, png.byteOffset);
    const [width, height] = [view.getUint32(16) / PNG_SCALE, view.getUint32(20) / PNG_SCALE];
    const scale = Math.min(1, WIDTH / width);
    const title =
      panel.title === undefined
        ? []
        : [
            new TextRun({ text: `${xmlText(panel.title)} `, bold: true }),
            new TextRun({ text: xmlText(panel.subtitle ?? "") }),
          ];
    return [
      ...(title.length === 0 ? [] : [new Paragraph({ style: "Note", keepNext: true, children: title })]),
      new Paragraph({
        children: [
          new ImageRun({
            type: "svg",
            data: Buffer.from(svg),
            fallback: { type: "png", data: Buffer.from(png) },
            transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
            altText: { name: xmlText(figure.id), title: xmlText(figure.title), description: xmlText(panel.alt) },
          }),
        ],
      }),
    ];
  });
  return [
    new Paragraph({
      style: "Caption",
      keepNext: true,
      children: [
        new Bookmark({
          id: bookmark(`figure-${figure.id}`),
          children: [
            new TextRun({ text: `${around.word} ${number}. `, bold: true }),
            new TextRun({ text: xmlText(figure.title) }),
          ],
        }),
      ],
    }),
    ...(key === "" ? [] : [new Paragraph({ style: "Note", keepNext: true, text: xmlText(key) })]),
    ...pictures,
    ...(figure.note === undefined || figure.note === ""
      ? []
      : [new Paragraph({ style: "Note", children: runs(engine, figure.note, around.targets) })]),
  ];
}
