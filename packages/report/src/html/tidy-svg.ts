import { FONT } from "../charts/style.ts";

const TAG = /<[a-zA-Z][^>]*>/g;
const FAMILY = ` font-family="${FONT.replaceAll('"', "&quot;")}"`;
const DEFAULTS =
  / (aria-hidden|pointer-events|role|aria-roledescription|class|xmlns:xlink|version)="[^"]*"| (opacity|stroke-width)="1"| (x2|y2)="0"| font-weight="normal"| transform="translate\(0,0\)"/g;
const PLACES = / (d|transform|x|y|x1|x2|y1|y2|width|height|viewBox)="[^"]*"/g;
const INVISIBLE =
  /<path d="M0,0h-?[\d.e-]+v-?[\d.e-]+h-?[\d.e-]+Z"\/>|<path d="" display="none"\/>|<text[^>]*><\/text>|<g[^>]*\/>|<g[^>]*><\/g>/g;

/**
 * A still picture made small and fit to stand among others: identifiers of its own, coordinates to a tenth of a pixel,
 * the page's font, like clips once, and nothing that shows nothing. What it says in words and numbers is never touched.
 */
export function tidySvg(svg: string, prefix: string): string {
  return withOwnClips(tidyPart(svg), prefix).replace("<svg ", '<svg aria-hidden="true" focusable="false" ');
}

/** A part of a picture, made small. Only tags are changed: between them stand the numbers that people read. */
export function tidyPart(svg: string): string {
  let tidy = svg.replaceAll(TAG, (tag) =>
    tag.replaceAll(FAMILY, "").replaceAll(PLACES, shortened).replaceAll(DEFAULTS, ""),
  );
  for (let before = ""; before !== tidy; ) {
    before = tidy;
    tidy = tidy.replaceAll(INVISIBLE, "");
  }
  return tidy;
}

function shortened(attribute: string): string {
  return attribute.replaceAll(/-?\d+\.\d+(?!\d|e)/g, (number) => String(Number(Number(number).toFixed(1))));
}

/** Clips that are alike become one, under an identifier that no other picture has; clips that nothing uses go. */
export function withOwnClips(svg: string, prefix: string): string {
  const own = new Map<string, string>();
  const named = new Map<string, string>();
  for (const [, id, shape] of svg.matchAll(/<clipPath id="([^"]+)">([\s\S]*?)<\/clipPath>/g)) {
    if (!svg.includes(`"url(#${id})"`)) continue;
    if (!own.has(shape!)) own.set(shape!, `${prefix}-${own.size}`);
    named.set(id!, own.get(shape!)!);
  }
  const defs = [...own].map(([shape, id]) => `<clipPath id="${id}">${shape}</clipPath>`).join("");
  return svg
    .replace(/<defs>[\s\S]*?<\/defs>/, defs === "" ? "" : `<defs>${defs}</defs>`)
    .replaceAll(TAG, (tag) =>
      tag.replaceAll(/"url\(#([^)"]+)\)"/g, (_, id: string) => `"url(#${named.get(id) ?? id})"`),
    );
}
