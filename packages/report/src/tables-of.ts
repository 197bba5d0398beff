import type { Block, DocumentSection, Figure, Table } from "./document.ts";
import { fileName } from "./file-name.ts";

/** A figure with its number in the report. */
export interface NumberedFigure {
  readonly figure: Figure;
  readonly number: number;
  /** Of its files: unique in the report. */
  readonly name: string;
  readonly section: DocumentSection;
}

/** A table with the name of its file: its own, or that of the figure whose numbers it holds. */
export interface NamedTable {
  readonly table: Table;
  readonly name: string;
  readonly section: DocumentSection;
  readonly figure?: NumberedFigure;
}

const pad = (n: number): string => String(n).padStart(2, "0");

/** Every figure of a document, in order, numbered as every format numbers them. */
export function figuresOf(sections: readonly DocumentSection[]): NumberedFigure[] {
  let number = 0;
  return sections.flatMap((section) =>
    leaves(section.blocks).flatMap((block): NumberedFigure[] => {
      if (block.kind !== "figure") return [];
      number += 1;
      return [{ figure: block.figure, number, section, name: `figure-${pad(number)}-${fileName(block.figure.id)}` }];
    }),
  );
}

/** Every table of a document, those behind figures among them. */
export function tablesOf(sections: readonly DocumentSection[]): NamedTable[] {
  const figures = new Map(figuresOf(sections).map((f) => [f.figure, f]));
  return sections.flatMap((section) => {
    let own = 0;
    return leaves(section.blocks).flatMap((block): NamedTable[] => {
      if (block.kind === "table") {
        own += 1;
        return [{ table: block.table, section, name: `${fileName(section.id)}-${pad(own)}` }];
      }
      if (block.kind !== "figure") return [];
      const figure = figures.get(block.figure)!;
      return [{ table: block.figure.table, section, name: figure.name, figure }];
    });
  });
}

function leaves(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === "details" ? leaves(block.blocks) : [block]));
}
