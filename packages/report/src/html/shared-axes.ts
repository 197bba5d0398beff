const START = '<g class="mark-group role-axis"';

/** Axes that many pictures have alike, drawn once for the page. */
export interface SharedAxes {
  /** The picture with each axis replaced by a reference to the page's copy of it. */
  share(svg: string): string;
  /** The page's copies, in an element that shows nothing itself. */
  definitions(): string;
}

/** Small drawings side by side have the same axes: kept once, they are the larger half of the pictures saved. */
export function sharedAxes(tidy: (part: string) => string): SharedAxes {
  const known = new Map<string, string>();
  return {
    share: (svg) => {
      let out = "";
      let from = 0;
      for (let at = svg.indexOf(START); at >= 0; at = svg.indexOf(START, from)) {
        const end = closing(svg, at);
        const axis = tidy(svg.slice(at, end));
        if (!known.has(axis)) known.set(axis, `axis-${known.size}`);
        out += `${svg.slice(from, at)}<use href="#${known.get(axis)!}"/>`;
        from = end;
      }
      return out + svg.slice(from);
    },
    definitions: () =>
      `<svg class="axes" width="0" height="0" aria-hidden="true" focusable="false"><defs>${[...known].map(([axis, id]) => axis.replace("<g", `<g id="${id}"`)).join("")}</defs></svg>`,
  };
}

/** Just behind the end of the group that begins at `start`. */
function closing(svg: string, start: number): number {
  let depth = 0;
  for (const { 0: tag, index } of svg.slice(start).matchAll(/<g\b[^>]*?(\/?)>|<\/g>/g)) {
    if (tag.endsWith("/>")) continue;
    depth += tag === "</g>" ? -1 : 1;
    if (depth === 0) return start + index + tag.length;
  }
  throw new Error("a picture's groups do not close");
}
