/** One thing wrong with a plan, before it is known on which line of a file it stands. */
export interface Mistake {
  readonly path: readonly PropertyKey[];
  /** Whether the place is the last key of `path` itself, what it holds, or the mapping in which it is missing. */
  readonly at: "key" | "value" | "parent";
  readonly code: "PLAN_UNKNOWN_KEY" | "PLAN_INVALID";
  readonly what: string;
  readonly seen?: string;
  readonly remedy: string;
}

/** A value as a reader should see it in a message. */
export function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null)
    return value === undefined || value === null ? "nothing" : typeof value;
  try {
    return JSON.stringify(value) ?? "an object";
  } catch {
    return "an object that refers to itself";
  }
}

/** A value that does not agree with the rest of the plan, or (nothing seen) one that is missing at `path`. */
export function invalid(path: readonly PropertyKey[], what: string, seen: unknown, remedy: string): Mistake {
  const value = seen === undefined ? {} : { seen: shown(seen) };
  return { path, at: seen === undefined ? "parent" : "value", code: "PLAN_INVALID", what, ...value, remedy };
}

export function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

const REFUSED_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** Keys through which an object's prototype could be reached; the schema would pass over some of them without a word. */
export function refusedKeys(
  value: unknown,
  path: readonly PropertyKey[] = [],
  above: readonly object[] = [],
): Mistake[] {
  if (typeof value !== "object" || value === null || above.includes(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): Mistake[] => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (!REFUSED_KEYS.has(key)) return refusedKeys(inner, here, [...above, value]);
    const what = `"${key}" is not allowed as a key`;
    return [{ path: here, at: "key", code: "PLAN_UNKNOWN_KEY", what, remedy: "Choose another name for it." }];
  });
}
