import { FONT } from "../charts/style.ts";

/**
 * A still picture made small and fit to stand among others: identifiers of its own, coordinates to a hundredth of a
 * pixel, the page's font, and no attribute that says nothing.
 */
export function tidySvg(svg: string, prefix: string): string {
  const ids = [...new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!))];
  const font = ` font-family="${FONT.replaceAll('"', "&quot;")}"`;
  let tidy = svg
    .replaceAll(font, "")
    .replaceAll(/ (aria-hidden|pointer-events|role|aria-roledescription|class|xmlns:xlink|version)="[^"]*"/g, "")
    .replaceAll(/<path d="M0,0h-?[\d.e-]+v-?[\d.e-]+h-?[\d.e-]+Z"\/>/g, "")
    .replaceAll(/(?<=[\s,(LMlmhvHVCcAaZ"-])(\d+\.\d{2})\d+/g, "$1")
    .replaceAll(' transform="translate(0,0)"', "")
    .replaceAll(' opacity="1"', "")
    .replaceAll(/<g>\s*<\/g>|<text[^>]*><\/text>/g, "");
  ids.forEach((id, i) => {
    tidy = tidy.replaceAll(`id="${id}"`, `id="${prefix}-${i}"`).replaceAll(`url(#${id})`, `url(#${prefix}-${i})`);
  });
  return tidy.replace("<svg ", '<svg aria-hidden="true" focusable="false" ');
}
