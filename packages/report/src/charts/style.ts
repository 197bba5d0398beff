import type { Config } from "vega-lite";

/** Type and colour of every chart. The hues differ in lightness too, so that they survive a grey print. */
export const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';

export const INK = "#1a1d21";
export const QUIET = "#5b6470";
export const HAIRLINE = "#c9ced6";
export const GREY = "#7d8693";
export const BLUE = "#1f5a94";
export const PALE_BLUE = "#cfdfee";
/** Verdicts: a gap, equivalence, open. */
export const VERMILION = "#b3401a";
export const TEAL = "#0f766e";
export const AMBER = "#bb841a";
/** Amber dark enough for small text on white. */
export const AMBER_TEXT = "#8a5c00";
export const PALE_TEAL = "#e3f1ef";

export const config: Config = {
  background: "transparent",
  font: FONT,
  view: { stroke: null },
  aria: false,
  axis: {
    labelFont: FONT,
    titleFont: FONT,
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: "normal",
    labelColor: QUIET,
    titleColor: INK,
    domainColor: QUIET,
    tickColor: QUIET,
    tickSize: 4,
    gridColor: "#e9ecf0",
    labelPadding: 4,
    labelOverlap: true,
    labelFlush: false,
  },
  text: { font: FONT, fontSize: 12, fill: INK },
};

/** Series: hues, dashes and shapes together, so that neither a grey print nor a colour-blind eye loses one. */
export const SERIES_COLOURS = [BLUE, VERMILION, TEAL, AMBER, "#6b4fa0", INK];
export const SERIES_DASHES = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
];
export const SERIES_SHAPES = ["circle", "square", "triangle-up", "diamond", "triangle-down", "cross"];
