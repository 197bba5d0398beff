import { escape } from "../html/escape.ts";
import { tidyPart, withOwnClips } from "../html/tidy-svg.ts";
import { PANELS_ABREAST } from "../specification.ts";
import { standalone } from "./standalone.ts";

export interface Placed {
  /** As Vega gives it. */
  readonly svg: string;
  readonly title?: string;
  readonly subtitle?: string;
}

const HEAD = 36;

/** Pictures as one that stands alone; several side by side, each under its title. */
export function sideBySide(
  pictures: readonly [Placed, ...Placed[]],
  named: { readonly title: string; readonly description: string },
): string {
  const [only] = pictures;
  if (pictures.length === 1) return standalone(only.svg, named);
  const sizes = pictures.map(({ svg }) => sizeOf(svg));
  const width = Math.max(...sizes.map((s) => s.width));
  const height = Math.max(...sizes.map((s) => s.height)) + HEAD;
  const parts = pictures.map(({ svg, title = "", subtitle = "" }, i) => {
    const [x, y] = [(i % PANELS_ABREAST) * width, Math.floor(i / PANELS_ABREAST) * height];
    const drawing = withOwnClips(tidyPart(svg), `clip-${i + 1}`).replace("<svg ", `<svg x="${x}" y="${y + HEAD}" `);
    return (
      `<text x="${x + 8}" y="${y + 14}" font-size="13" font-weight="bold" fill="#1a1a1a">${escape(title)}</text>` +
      `<text x="${x + 8}" y="${y + 30}" font-size="11" fill="#555555">${escape(subtitle)}</text>${drawing}`
    );
  });
  const [w, h] = [
    Math.min(pictures.length, PANELS_ABREAST) * width,
    Math.ceil(pictures.length / PANELS_ABREAST) * height,
  ];
  return (
    `<svg role="img" xmlns="http://www.w3.org/2000/svg" font-family="Inter, sans-serif" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">` +
    `<title>${escape(named.title)}</title><desc>${escape(named.description)}</desc>` +
    `<rect x="0" y="0" width="${w}" height="${h}" fill="#ffffff"/>${parts.join("")}</svg>\n`
  );
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "").split(" ").map(Number);
  return { width, height };
}
