import { expect, test } from "vitest";
import { sharedAxes } from "../src/html/shared-axes.ts";
import { tidyPart, tidySvg } from "../src/html/tidy-svg.ts";

const TEXTS = [
  "0.92 (0.71 to 1.20)",
  "1.000",
  "Sensitivity at 0.05",
  'level d="1.2345" x="0.999" class="a"',
  "M1.2345,0.999L2.000,3",
  "url(#clip0)",
  "12.500%",
];
const picture = `<svg class="marks" width="719" height="303.20000000000005" viewBox="0 0 719 303.20000000000005"><g clip-path="url(#clip0)">${TEXTS.map(
  (text) => `<text text-anchor="start" transform="translate(16.000001,0.25)" font-weight="normal">${text}</text>`,
).join(
  "",
)}</g><g></g><g clip-path="url(#clip1)"/><defs><clipPath id="clip0"><rect x="0" y="0" width="9" height="9"/></clipPath><clipPath id="clip1"><rect x="0" y="0" width="8" height="9"/></clipPath></defs></svg>`;

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

test("what people read is never touched", () => {
  expect(texts(tidySvg(picture, "d7"))).toEqual(TEXTS);
});

test("places are kept to a tenth of a pixel, rounded and not cut", () => {
  const tidy = tidyPart(
    '<path d="M1.26,-0.04L10.999,2e-7"/><g transform="translate(0.5,124.7)"><rect width="3.14159"/></g>',
  );
  expect(tidy).toBe('<path d="M1.3,0L11,2e-7"/><g transform="translate(0.5,124.7)"><rect width="3.1"/></g>');
});

test("clips get identifiers of their own, those that nothing uses go, and so does what shows nothing", () => {
  const tidy = tidySvg(picture, "d7");
  expect([...tidy.matchAll(/id="([^"]+)"/g)].map(([, id]) => id)).toEqual(["d7-0"]);
  expect(tidy).toContain('clip-path="url(#d7-0)"');
  expect(tidy).not.toContain("<g></g>");
});

test("axes that pictures have alike stand once, and each picture refers to them", () => {
  const axis = '<g class="mark-group role-axis"><g><text>0.50</text></g></g>';
  const axes = sharedAxes((part) => part);
  expect(axes.share(`<svg><g>${axis}<path/></g></svg>`)).toBe('<svg><g><use href="#axis-0"/><path/></g></svg>');
  expect(axes.share(`<svg>${axis}${axis.replace("0.50", "0.60")}</svg>`)).toBe(
    '<svg><use href="#axis-0"/><use href="#axis-1"/></svg>',
  );
  expect(texts(axes.definitions())).toEqual(["0.50", "0.60"]);
});
