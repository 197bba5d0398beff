import { unzip, zip } from "./zip.ts";

/**
 * A document without what changes from one run to the next: dates of the run, identifiers that were drawn or counted on
 * from the document before, times in the archive.
 */
export function settled(archive: Buffer, created: string): Buffer {
  const at = created.replace(/\.\d+Z$/, "Z");
  const entries = unzip(archive).map(({ name, content }) => {
    if (!/\.(xml|rels)$/.test(name)) return { name, content };
    const text = content.toString("utf8").replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g, `$1${at}$3`);
    return { name, content: Buffer.from(renumbered(text)) };
  });
  return zip(
    entries.sort((a, b) => Number(b.name === "[Content_Types].xml") - Number(a.name === "[Content_Types].xml")),
  );
}

/** Identifiers of drawings and bookmarks, numbered from 1 in the order that they are met. */
function renumbered(xml: string): string {
  let drawings = 0;
  const bookmarks = new Map<string, number>();
  return xml
    .replaceAll(
      /(<(?:wp:docPr|pic:cNvPr) [^>]*\bid=")[^"]*(")/g,
      (_, before: string, after: string) => `${before}${++drawings}${after}`,
    )
    .replaceAll(
      /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")([^"]*)(")/g,
      (_, before: string, id: string, after: string) => {
        if (!bookmarks.has(id)) bookmarks.set(id, bookmarks.size + 1);
        return `${before}${bookmarks.get(id)!}${after}`;
      },
    );
}
