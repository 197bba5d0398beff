import type { Table as ArrowTable, Vector } from "apache-arrow";
import { loadPeer } from "../load-peer.ts";
import { AuditError } from "../problems.ts";

/** A cell of a table of results: null where there is no value. */
export type ResultCell = string | number | boolean | null;
export type ResultRow = Readonly<Record<string, ResultCell>>;

/** Results as an Arrow table: numbers as Float64, truth values as Bool, texts as Utf8, a column without any value as Null. */
export async function arrowOfResults(rows: readonly ResultRow[]): Promise<ArrowTable> {
  const { Bool, Float64, Null, Table, Utf8, vectorFromArray } = await import("apache-arrow");
  const vectors: Record<string, Vector> = {};
  for (const name of columnNames(rows)) {
    const cells = rows.map((row) => row[name] ?? null);
    const present = cells.filter((cell) => cell !== null);
    const all = (type: string): boolean => present.every((cell) => typeof cell === type);
    if (present.length === 0) {
      vectors[name] = vectorFromArray(cells, new Null());
      continue;
    }
    const type = all("number") ? new Float64() : all("boolean") ? new Bool() : new Utf8();
    vectors[name] = vectorFromArray(all("number") || all("boolean") ? cells : cells.map(textOrNull), type);
  }
  return new Table(vectors);
}

/** What is used of danfojs-node. */
interface Danfo {
  readonly DataFrame: new (columns: Readonly<Record<string, readonly ResultCell[]>> | readonly []) => object;
}

/** Results as a danfo DataFrame. danfojs-node is an optional peer: where it is missing, the problem says what to install. */
export async function danfoOfResults(rows: readonly ResultRow[]): Promise<object> {
  const peer = await loadPeer<Danfo>("danfojs-node");
  if (peer.module === undefined) {
    throw new AuditError([
      {
        code: "ENGINE_MISSING",
        where: {},
        what: `danfojs-node cannot be used: it ${peer.why === "not installed" ? "is not installed" : `does not load here (${peer.detail})`}`,
        remedy:
          "Install danfojs-node 1.2.0 beside Auscult, with the overrides of docs/guide/notebooks.md, or use table() or toArrow().",
      },
    ]);
  }
  // danfo makes an empty frame of an empty list alone.
  if (rows.length === 0) return new peer.module.DataFrame([]);
  return new peer.module.DataFrame(
    Object.fromEntries(columnNames(rows).map((name) => [name, rows.map((row) => row[name] ?? null)])),
  );
}

function columnNames(rows: readonly ResultRow[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function textOrNull(cell: ResultCell): string | null {
  return cell === null ? null : String(cell);
}
