import type { z } from "zod";
import type { Input } from "../input.ts";
import { wholeContentOf } from "../input.ts";
import { modelProblem } from "../model.ts";

/** A model's JSON file, parsed and checked; a file cut off or of another kind is told with what is wrong in it. */
export async function readJsonModel<T extends z.ZodType>(file: Input, schema: T, what: string): Promise<z.output<T>> {
  const value = await readJson(file, what);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = deepest(parsed.error.issues[0]!);
  const place = issue.path.length === 0 ? "" : ` at ${issue.path.map(String).join(".")}`;
  throw modelProblem(
    "MODEL_UNREADABLE",
    { file: file.name, planPath: "score.model.file" },
    `the file is not ${what}${place}: ${issue.message}`,
    "Export the model again, or correct score.model.kind.",
  );
}

export async function readJson(file: Input, what: string): Promise<unknown> {
  const text = new TextDecoder().decode(await wholeContentOf(file));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw modelProblem(
      "MODEL_UNREADABLE",
      { file: file.name, planPath: "score.model.file" },
      `the file is not whole JSON, so it is not ${what}`,
      "It may be cut off: copy or export the model again.",
    );
  }
}

type Issue = z.core.$ZodIssue;

/** Of a choice of forms, the objection of the form that came nearest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0]?.[0];
  return nearest === undefined ? issue : { ...nearest, path: [...issue.path, ...nearest.path] };
}
