import type { z } from "zod";
import { nearest } from "../nearest.ts";
import { dotted, type Mistake, shown } from "./mistake.ts";
import { descriptionAt, keysAt, keysOf, type Shape, shapesAt } from "./shape.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What the schema objects to, in words. A missing key is not reported where a misspelling of it is. */
export function mistakesOf(issues: readonly Issue[], plan: unknown): Mistake[] {
  const found = issues.flatMap((issue) => mistakes(issue, [], plan));
  const meant = new Set(found.flatMap(({ meant }) => (meant === undefined ? [] : [dotted(meant)])));
  return found
    .filter(({ mistake }) => mistake.at !== "parent" || !meant.has(dotted(mistake.path)))
    .map(({ mistake }) => mistake);
}

interface Found {
  readonly mistake: Mistake;
  /** The key an unknown one was probably meant to be. */
  readonly meant?: Path;
}

function mistakes(issue: Issue, above: Path, plan: unknown, shape?: Shape): Found[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = shape === undefined || issue.path.length > 0 ? keysAt(path, valueAt(plan, path)) : keysOf([shape]);
      return issue.keys.map((key) => unknownKey(path, key, known));
    }
    case "invalid_union":
      return union(issue, path, plan);
    case "invalid_type":
      return [{ mistake: wrongType(issue.expected, path, plan) }];
    default:
      if (valueAt(plan, path) === undefined) return [{ mistake: missing(path, choicesOf(issue)) }];
      return [
        {
          mistake: {
            path,
            at: "value",
            code: "PLAN_INVALID",
            what: `${name(path)} ${fault(issue)}`,
            seen: shown(valueAt(plan, path)),
            remedy: remedyFor(issue, path, plan),
          },
        },
      ];
  }
}

function unknownKey(path: Path, key: string, known: readonly string[]): Found {
  const close = nearest(key, known);
  const remedy =
    close === undefined
      ? `Known keys here: ${known.join(", ")}.`
      : `Did you mean "${close}"? Known keys here: ${known.join(", ")}.`;
  const mistake: Mistake = {
    path: [...path, key],
    at: "key",
    code: "PLAN_UNKNOWN_KEY",
    what: `"${key}" is not a key that ${path.length === 0 ? "a plan" : name(path)} has`,
    remedy,
  };
  return close === undefined ? { mistake } : { mistake, meant: [...path, close] };
}

/** A choice of shapes: the mistakes of the one that was plainly meant, or one line that names them all. */
function union(issue: Extract<Issue, { code: "invalid_union" }>, path: Path, plan: unknown): Found[] {
  if (issue.errors.length === 0) return [{ mistake: unknownKind(path, plan) }];
  const shapes = shapesAt(path);
  const branches = issue.errors.map((errors, i) => errors.flatMap((error) => mistakes(error, path, plan, shapes[i])));
  const ofThisType = issue.errors.flatMap((errors, i) =>
    errors.some((error) => error.code === "invalid_type" && error.path.length === 0) ? [] : [branches[i]!],
  );
  const costs = ofThisType.map(cost);
  const least = Math.min(...costs);
  const best = ofThisType.filter((_, i) => costs[i] === least);
  if (best.length === 1) return best[0]!;
  const value = valueAt(plan, path);
  const what = value === undefined ? `${name(path)} is missing` : `${name(path)} is none of the forms it may have`;
  const keys = keysOf(shapes).filter((key) => !shapes.every((shape) => Object.hasOwn(shape.properties ?? {}, key)));
  const forms = keys.length > 0 ? `Give exactly one of ${keys.join(", ")}.` : `Give ${expectedOf(issue)}.`;
  const at = value === undefined ? "parent" : "value";
  return [
    {
      mistake: { path, at, code: "PLAN_INVALID", what, ...seenOf(value), remedy: withDescription(forms, path) },
    },
  ];
}

/** A choice by a key's value, and the value is none of those there are. */
function unknownKind(path: Path, plan: unknown): Mistake {
  const kinds = shapesAt(path).flatMap((shape) => (shape.const === undefined ? [] : [shown(shape.const)]));
  const value = valueAt(plan, path);
  if (value === undefined) return missing(path, kinds.join(" or "));
  const close = nearest(shown(value), kinds);
  const choices = `Write ${kinds.join(" or ")}.`;
  return {
    path,
    at: "value",
    code: "PLAN_INVALID",
    what: `${name(path)} is none of ${kinds.join(", ")}`,
    seen: shown(value),
    remedy: close === undefined ? choices : `Did you mean "${close}"? ${choices}`,
  };
}

/** An unknown key that resembles none of a shape's own speaks against that shape ten times as loudly as any other mistake. */
function cost(found: readonly Found[]): number {
  return found.reduce(
    (sum, { mistake, meant }) => sum + (mistake.code === "PLAN_UNKNOWN_KEY" && meant === undefined ? 10 : 1),
    0,
  );
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a mapping of keys to values",
  record: "a mapping of keys to values",
  array: "a list",
  tuple: "a list",
};

function expectedOf(issue: Extract<Issue, { code: "invalid_union" }>): string {
  const types = issue.errors.flatMap((errors) =>
    errors.flatMap((error) => (error.code === "invalid_type" ? [TYPE_WORDS[error.expected] ?? error.expected] : [])),
  );
  return [...new Set(types)].join(" or ");
}

function wrongType(expected: string, path: Path, plan: unknown): Mistake {
  const value = valueAt(plan, path);
  const words = TYPE_WORDS[expected] ?? expected;
  if (value === undefined) return missing(path, words);
  const quoted = expected === "string" && (typeof value === "number" || typeof value === "boolean");
  const remedy =
    value === null
      ? "Give it a value or leave the key out."
      : quoted
        ? "Put it in quotation marks."
        : `Give ${words} instead.`;
  const what = value === null ? `${name(path)} is empty` : `${name(path)} is not ${words}`;
  return { path, at: "value", code: "PLAN_INVALID", what, ...seenOf(value), remedy: withDescription(remedy, path) };
}

function missing(path: Path, words: string): Mistake {
  const remedy = path.length === 0 ? "Write a plan." : `Add ${name(path)}: ${words}.`;
  return {
    path,
    at: "parent",
    code: "PLAN_INVALID",
    what: `${name(path)} is missing`,
    remedy: withDescription(remedy, path),
  };
}

function choicesOf(issue: Issue): string {
  return issue.code === "invalid_value" ? issue.values.map(shown).join(" or ") : "a value";
}

function fault(issue: Issue): string {
  switch (issue.code) {
    case "invalid_value":
      return issue.values.length === 1
        ? `is not ${shown(issue.values[0])}`
        : `is none of ${issue.values.map(shown).join(", ")}`;
    case "too_small":
      if (issue.origin === "string") return "is empty";
      if (issue.origin === "array") return issue.minimum === 1 ? "is empty" : `has fewer than ${issue.minimum} values`;
      return `is not ${issue.inclusive === false ? "greater than" : "at least"} ${issue.minimum}`;
    case "too_big":
      if (issue.origin === "string") return `is longer than ${issue.maximum} characters`;
      if (issue.origin === "array") return `has more than ${issue.maximum} values`;
      return `is not ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
    case "invalid_format":
      return "is not written as it must be";
    case "invalid_key":
      return "is not a name that may be used";
    default:
      return "cannot be used";
  }
}

function remedyFor(issue: Issue, path: Path, plan: unknown): string {
  if (issue.code === "invalid_value") {
    const close = nearest(shown(valueAt(plan, path)), issue.values.map(shown));
    const choices = `Write ${issue.values.map(shown).join(" or ")}.`;
    return withDescription(close === undefined ? choices : `Did you mean "${close}"? ${choices}`, path);
  }
  if (issue.code === "invalid_format" || issue.code === "invalid_key")
    return withDescription("Use a letter first, then letters, digits, hyphens or underscores.", path);
  if (issue.code === "too_small" || issue.code === "too_big") {
    const below = issue.code === "too_small";
    const limit = issue.code === "too_small" ? issue.minimum : issue.maximum;
    const unit = issue.origin === "array" ? " values" : "";
    const words = below ? (issue.inclusive ? "at least" : "more than") : issue.inclusive ? "at most" : "less than";
    return withDescription(issue.origin === "string" ? "Write something." : `Give ${words} ${limit}${unit}.`, path);
  }
  return withDescription("Change it.", path);
}

function withDescription(remedy: string, path: Path): string {
  const description = path.length === 0 ? "" : descriptionAt(path);
  return description === "" ? remedy : `${remedy} ${description}`;
}

function seenOf(value: unknown): { readonly seen?: string } {
  return value === undefined || value === null ? {} : { seen: shown(value) };
}

function name(path: Path): string {
  if (path.length === 0) return "the plan";
  const last = path.at(-1)!;
  return typeof last === "number" ? `entry ${last + 1} of ${name(path.slice(0, -1))}` : `"${String(last)}"`;
}

function valueAt(plan: unknown, path: Path): unknown {
  let value = plan;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
