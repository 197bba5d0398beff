import { BLUE, GREY, INK, PALE_BLUE, PALE_TEAL, QUIET, SERIES_COLOURS } from "../charts/style.ts";
import type { Figure } from "../document.ts";
import { escape } from "./escape.ts";

type Sign = NonNullable<Figure["key"]>[number]["sign"];

const line = (stroke: string, width: number, dash = ""): string =>
  `<path d="M1 6H27" stroke="${stroke}" stroke-width="${width}"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/>`;
const box = (fill: string, extra = ""): string => `<rect x="1" y="1" width="26" height="10" fill="${fill}"${extra}/>`;

const series = (k: number): string => box(SERIES_COLOURS[k]!);

const SIGNS: Readonly<Record<Sign, string>> = {
  line: line(BLUE, 2.2),
  "grey-line": line(GREY, 1.5),
  dashed: line(QUIET, 1.3, "6 3"),
  dotted: line(GREY, 1.2, "2 3"),
  band: box(PALE_BLUE),
  margin: box(PALE_TEAL),
  circle: `<circle cx="14" cy="6" r="4" fill="#fff" stroke="${BLUE}" stroke-width="1.6"/>`,
  hollow: `<rect x="10" y="2" width="8" height="8" fill="#fff" stroke="${BLUE}" stroke-width="1.6"/>`,
  boundary: line(INK, 2.4),
  "series-1": series(0),
  "series-2": series(1),
  "series-3": series(2),
  "series-4": series(3),
  "series-5": series(4),
  "series-6": series(5),
  arrow: `<path d="M4 6H20M27 6L19 2V10Z" stroke="${BLUE}" stroke-width="1.4" fill="${BLUE}"/>`,
};

/** The key of a figure: small signs beside words, ahead of the drawing. */
export function keyHtml(key: Figure["key"]): string {
  if (key === undefined || key.length === 0) return "";
  const items = key.map(
    ({ sign, text }) =>
      `<li><svg width="28" height="12" viewBox="0 0 28 12" fill="none" aria-hidden="true">${SIGNS[sign]}</svg> ${escape(text)}</li>`,
  );
  return `<ul class="key">${items.join("")}</ul>`;
}
