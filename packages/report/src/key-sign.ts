import type { Figure } from "./document.ts";

/** The signs of a figure's key as characters, for formats that print text. */
export const KEY_SIGN: Readonly<Record<NonNullable<Figure["key"]>[number]["sign"], string>> = {
  line: "━━",
  "grey-line": "──",
  dashed: "╌╌",
  dotted: "┈┈",
  band: "▒▒",
  margin: "░░",
  circle: "○",
  hollow: "□",
  arrow: "→",
  boundary: "┃",
  "series-1": "█",
  "series-2": "▓",
  "series-3": "▒",
  "series-4": "░",
  "series-5": "▚",
  "series-6": "▞",
};
