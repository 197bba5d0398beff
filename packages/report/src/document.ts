import type { TopLevelSpec } from "vega-lite";

/** A run of text. Nothing in it is markup: every format escapes it. */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly text: string };
export type Text = string | readonly Inline[];

/** How a verdict is told apart besides its words: a tone is a colour and a sign, never a colour alone. */
export type Tone = "gap" | "equivalent" | "open" | "plain";

export interface Cell {
  readonly text: string;
  /** Letters that refer to the table's notes. */
  readonly marks?: string;
  readonly tone?: Tone;
  readonly muted?: boolean;
  /** Not to be broken over lines: a number with its interval. */
  readonly whole?: boolean;
}

export interface Column {
  readonly label: string;
  readonly align: "start" | "end";
}

export interface TableRow {
  /** The first cell heads its row. */
  readonly cells: readonly (Cell | string)[];
  /** A row that heads those below it; its first cell spans the table. */
  readonly heading?: boolean;
  readonly strong?: boolean;
  /** A row to write on by hand: it is as high as handwriting. */
  readonly blank?: boolean;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly notes?: readonly { readonly mark: string; readonly text: string }[];
}

export type Datum = Readonly<Record<string, string | number | boolean | null>>;

/** One drawing: a Vega-Lite specification over named data, which it draws as they are. */
export interface Panel {
  readonly title?: string;
  readonly subtitle?: string;
  readonly alt: string;
  readonly spec: TopLevelSpec;
  readonly data: Readonly<Record<string, readonly Datum[]>>;
}

/** A figure: one drawing or several alike, with the table of what they show. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly key?: readonly {
    readonly sign:
      | "line"
      | "grey-line"
      | "dashed"
      | "dotted"
      | "band"
      | "margin"
      | "circle"
      | "hollow"
      | "arrow"
      | "boundary"
      | `series-${1 | 2 | 3 | 4 | 5 | 6}`;
    readonly text: string;
  }[];
  readonly table: Table;
  readonly note?: Text;
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: Text; readonly tone?: "lead" | "note" }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Text[] }
  | { readonly kind: "facts"; readonly items: readonly { readonly term: string; readonly text: Text }[] }
  | {
      readonly kind: "figures";
      readonly items: readonly { readonly value: string; readonly label: string; readonly detail?: string }[];
    }
  | {
      readonly kind: "statements";
      readonly items: readonly {
        readonly badge: string;
        readonly tone: Tone;
        readonly text: Text;
        readonly detail?: Text;
      }[];
    }
  | {
      readonly kind: "flow";
      readonly steps: readonly { readonly label: string; readonly rows: string; readonly left?: boolean }[];
      readonly caption: string;
    }
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "figure"; readonly figure: Figure }
  | { readonly kind: "code"; readonly text: string }
  | {
      readonly kind: "details";
      readonly summary: string;
      readonly blocks: readonly Block[];
      /** Unfolded on paper. */
      readonly printed?: true;
    };

export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}
