import { nearest } from "../nearest.ts";
import { type InputValues, nameOf, type ScoreModel } from "../model.ts";
import { AuditError, type Problem } from "../problems.ts";

/** That the plan gives every input that the model's file names, as what it is read, and no other. */
export function matchInputs(
  { inputs }: ScoreModel,
  file: string,
  needed: readonly { readonly input: string; readonly kind?: InputValues["kind"] }[],
): void {
  const given = new Map(inputs.map((input) => [nameOf(input), input]));
  const names = [...new Set(needed.map(({ input }) => input))];
  const problems: Problem[] = [];
  for (const name of names) {
    const where = { file, planPath: "score.model.inputs" };
    const input = given.get(name);
    const kind = needed.find((n) => n.input === name && n.kind !== undefined)?.kind;
    if (input === undefined) {
      const close = nearest(name, [...given.keys()]);
      const remedy = `${close === undefined ? "" : `Is it "${close}"? Give that input name: ${name}. `}The model takes ${names.join(", ")}.`;
      problems.push({
        code: "MODEL_INPUT",
        where,
        what: `the model takes an input that the plan does not give`,
        seen: name,
        remedy,
      });
    } else if (kind !== undefined && input.kind !== kind)
      problems.push({
        code: "MODEL_INPUT",
        where,
        what: `the model reads "${name}" as ${kind}`,
        seen: input.kind,
        remedy: `Declare it kind: ${kind}.`,
      });
  }
  for (const [name] of given) {
    if (names.includes(name)) continue;
    const what = "the plan gives an input that the model does not take";
    const remedy = `The model takes ${names.join(", ")}. Leave it out, or correct its name.`;
    problems.push({ code: "MODEL_INPUT", where: { file, planPath: "score.model.inputs" }, what, seen: name, remedy });
  }
  if (problems.length > 0) throw new AuditError(problems);
}
