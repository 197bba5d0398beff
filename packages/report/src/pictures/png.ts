import { interFiles } from "../fonts.ts";
import { needed } from "../needed.ts";
import { printable } from "../printable.ts";

/** Pixels for each unit of the drawing: sharp on paper at the width of a column. */
export const PNG_SCALE = 2;

/** Makes PNG of SVG with Inter alone, so that it looks the same on every machine. */
export async function pngMaker(): Promise<(svg: string) => Uint8Array> {
  const { Resvg } = await needed("@resvg/resvg-js", () => import("@resvg/resvg-js"));
  const font = {
    fontFiles: [...interFiles()],
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
    sansSerifFamily: "Inter",
  };
  return (svg) => new Resvg(printable(svg), { font, fitTo: { mode: "zoom", value: PNG_SCALE } }).render().asPng();
}
