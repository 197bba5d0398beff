import { didYouMean } from "./nearest.ts";
import { AuditError, type Problem } from "./problems.ts";
import type { ColumnRequest } from "./source.ts";

/** Each column once; one asked for both as number and as text is read as text, which loses nothing. */
export function oncePerColumn(wanted: readonly ColumnRequest[]): readonly ColumnRequest[] {
  const requests = new Map<string, ColumnRequest>();
  for (const request of wanted) {
    const earlier = requests.get(request.name);
    if (earlier === undefined || request.as === "text" || earlier.as === undefined) requests.set(request.name, request);
  }
  return [...requests.values()];
}

/** The columns wanted with their places in the file: all that have a name where none is asked for. */
export function selectColumns(
  file: string,
  names: readonly string[],
  wanted: readonly ColumnRequest[] | undefined,
): readonly (ColumnRequest & { readonly index: number })[] {
  const all = [...new Set(names)].filter((name) => name !== "").map((name): ColumnRequest => ({ name }));
  const problems: Problem[] = [];
  const selected = (wanted ?? all).map((request) => {
    const index = names.indexOf(request.name);
    const { name, planPath } = request;
    const where = { file, column: name, ...(planPath === undefined ? {} : { planPath }) };
    if (index < 0) {
      const remedy = `${didYouMean(name, names).trim()} The file has: ${listed(names)}.`.trim();
      problems.push({ code: "COLUMN_MISSING", where, what: "the file has no such column", remedy });
    } else if (names.includes(name, index + 1)) {
      const what = `${names.filter((other) => other === name).length} columns bear this name`;
      problems.push({ code: "COLUMN_DUPLICATE", where, what, remedy: "Give each column a name of its own." });
    }
    return { ...request, index };
  });
  if (problems.length > 0) throw new AuditError(problems);
  return selected;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 30).join(", ");
  return names.length > 30 ? `${shown} and ${names.length - 30} more` : shown;
}
