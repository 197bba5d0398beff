import { escape } from "../html/escape.ts";
import { tidyPart, withOwnClips } from "../html/tidy-svg.ts";

/** A picture that stands alone: on white, in Inter where it is there, with its title and description for those who do not see it. */
export function standalone(
  svg: string,
  { title, description }: { readonly title: string; readonly description: string },
): string {
  const tidy = withOwnClips(tidyPart(svg), "clip");
  const end = tidy.indexOf(">") + 1;
  const [open, rest] = [tidy.slice(0, end), tidy.slice(end)];
  const [x, y, width, height] = /viewBox="([^"]+)"/.exec(open)?.[1]?.split(" ") ?? [];
  const ground = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>`;
  const named = open.replace("<svg ", '<svg role="img" font-family="Inter, sans-serif" ');
  return `${named}<title>${escape(title)}</title><desc>${escape(description)}</desc>${ground}${rest}\n`;
}
