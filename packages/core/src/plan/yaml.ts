import { type Document, isAlias, isCollection, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { AuditError, type Problem } from "../problems.ts";
import type { Mistake } from "./mistake.ts";
import { shapesAt } from "./shape.ts";

/** A YAML (or JSON) text as plain data, and where each part of it stands. */
export interface YamlText {
  readonly value: unknown;
  /** Line and character, both from 1, of a key, of a value, or of the mapping in which a key is missing. */
  readonly place: (
    path: readonly PropertyKey[],
    at: Mistake["at"],
  ) => { readonly line: number; readonly character: number };
}

const LARGEST_PLAN = 1_000_000;
/** One slip makes many syntax errors; the first few tell where it is. */
const MOST_FAULTS = 3;
const YAML_FAULTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "a key is given twice in one mapping",
  TAB_AS_INDENT: "a tab is used to indent",
  BAD_INDENT: "the indentation does not line up",
  MULTIPLE_DOCS: "the file holds more than one YAML document",
};

/**
 * Read a plan's text. Throws `AuditError` with every syntax error, on aliases that multiply and on custom tags. A number
 * standing where a level's text is wanted keeps its spelling (`01`, `1.0`).
 */
export function readYaml(text: string, file: string | undefined): YamlText {
  const where = file === undefined ? {} : { file };
  const unreadable = (what: string, remedy: string, place = {}): Problem => ({
    code: "PLAN_UNREADABLE",
    where: { ...where, ...place },
    what,
    remedy,
  });
  if (text.length > LARGEST_PLAN)
    throw new AuditError([
      unreadable("the file is too large to be a plan", "Check that it is the plan and not the data."),
    ]);
  if (text.trim() === "")
    throw new AuditError([
      { ...unreadable("the plan is empty", "Write the plan, or name another file."), code: "FILE_EMPTY" },
    ]);
  const lines = new LineCounter();
  const placed = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, character: col };
  };
  let doc: Document.Parsed;
  const problems: Problem[] = [];
  try {
    doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    for (const { code, message, pos } of [...doc.errors, ...doc.warnings].slice(0, MOST_FAULTS)) {
      if (message.includes("call stack")) throw new RangeError(message);
      problems.push(
        unreadable(YAML_FAULTS[code] ?? firstLine(message), "Mend the YAML at this place.", placed(pos[0])),
      );
    }
    if (problems.length > 0) throw new AuditError(problems);
    walk(doc, doc.contents, [], (what, remedy, seen, offset) => {
      problems.push({ ...unreadable(what, remedy, placed(offset)), seen });
    });
    if (problems.length > 0) throw new AuditError(problems);
    const value: unknown = doc.toJS({ maxAliasCount: 100 });
    return {
      value,
      place: (path, at) => placed(offsetOf(doc, path, at)),
    };
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new AuditError([unreadable("aliases multiply the plan beyond reason", "Write the repeated parts out.")]);
    if (error instanceof RangeError)
      throw new AuditError([unreadable("the plan is nested too deeply", "Check that it is a plan.")]);
    throw error;
  }
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/[.:]$/, "");
}

type Refuse = (what: string, remedy: string, seen: string, offset: number) => void;

/** Refuses dangling aliases, and gives numbers and truth values their spelling back where a text is allowed. */
function walk(doc: Document.Parsed, node: unknown, path: readonly PropertyKey[], refuse: Refuse): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      walk(doc, value, [...path, isScalar(key) ? String(key.value) : ""], refuse);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, i) => walk(doc, isPair(item) ? item.value : item, [...path, i], refuse));
  } else if (isAlias(node)) {
    if (node.resolve(doc) === undefined)
      refuse(
        "the alias has no anchor",
        "Quote the text, or define the anchor before it.",
        `*${node.source}`,
        startOf(node),
      );
  } else if (isScalar(node) && node.source !== undefined && typeof node.value !== "string" && node.value !== null) {
    const types = shapesAt(path).flatMap(({ type }) => type ?? []);
    if (types.includes("string") && types.includes(typeof node.value)) node.value = node.source;
  }
}

function offsetOf(doc: Document.Parsed, path: readonly PropertyKey[], at: Mistake["at"]): number {
  let node: unknown = doc.contents;
  let offset = 0;
  const steps = at === "parent" ? path.slice(0, -1) : path;
  for (const [i, step] of steps.entries()) {
    if (isAlias(node)) node = node.resolve(doc);
    if (!isCollection(node)) return offset;
    const pair: unknown = node.items.find((item, j) =>
      isPair(item) ? isScalar(item.key) && item.key.value === step : j === step,
    );
    if (pair === undefined) return offset;
    const last = i === steps.length - 1;
    const value = isPair(pair) ? pair.value : pair;
    const wantsKey = isPair(pair) && (!last || at !== "value" || (isScalar(value) && value.value === null));
    offset = startOf(wantsKey ? pair.key : value) || offset;
    node = value;
  }
  return offset;
}

function startOf(node: unknown): number {
  return (node as { range?: readonly [number, number, number] | null } | null)?.range?.[0] ?? 0;
}
