import type { FindingChart } from "./finding-cells.ts";
import { GREY, QUIET, TEAL, VERMILION } from "./style.ts";

type Rule = NonNullable<FindingChart["rules"]>[number];

/** How each kind of reference line is drawn: by dash as well as by colour. */
export const RULE_STYLE: Readonly<Record<Rule["kind"], object>> = {
  ideal: { stroke: GREY, strokeWidth: 1.2 },
  margin: { stroke: TEAL, strokeWidth: 1.2, strokeDash: [5, 3] },
  threshold: { stroke: QUIET, strokeWidth: 1.2, strokeDash: [2, 3] },
  limit: { stroke: VERMILION, strokeWidth: 1.2, strokeDash: [8, 3, 2, 3] },
};

/** A reference line with its words, and where in pixels they stand. */
export interface DrawnRule {
  readonly kind: Rule["kind"];
  readonly at: number | string;
  readonly text: string;
  readonly place: number;
}

/** Words upon a drawing, with a white edge so that what lies under them does not hide them. */
export function upon(text: string, style: object, encoding: object): object[] {
  const mark = { type: "text", text, fontSize: 10.5, ...style };
  const data = { values: [{}] };
  return [
    { data, mark: { ...mark, fill: "#ffffff", stroke: "#ffffff", strokeWidth: 3.5, strokeJoin: "round" }, encoding },
    { data, mark: { ...mark, fill: QUIET }, encoding },
  ];
}
