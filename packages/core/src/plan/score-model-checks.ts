import { invalid, type Mistake } from "./mistake.ts";
import { type AuditPlan, MODEL_SCORE } from "./schema.ts";

/** That what is probed is an input of the model, and each but once. */
export function probeMistakes({ score, probe, outcome }: AuditPlan): Mistake[] {
  const model = score?.model;
  return (probe?.features ?? []).flatMap(({ column, kind }, i, features): Mistake[] => {
    const path = ["probe", "features", i, "column"];
    const inputs = model?.inputs.filter((input) => input.column === column);
    if (features.findIndex((other) => other.column === column) < i)
      return [invalid(path, "the feature is listed twice", column, "List it once.")];
    if (column === outcome.column) return [invalid(path, "the outcome is no feature", column, "Leave it out.")];
    if (inputs?.length === 0) {
      const remedy = `Its inputs are ${model!.inputs.map((input) => input.column).join(", ")}.`;
      return [invalid(path, "the model takes no such input, so it cannot be asked", column, remedy)];
    }
    if (inputs !== undefined && inputs.every((input) => input.kind !== kind))
      return [
        invalid(
          ["probe", "features", i, "kind"],
          `the model takes it as ${inputs[0]!.kind}`,
          kind,
          `Write kind: ${inputs[0]!.kind}.`,
        ),
      ];
    return [];
  });
}

/** That scores come from one place, and that a model's inputs are encoded as its kind takes them. */
export function scoreModelMistakes({ score, outcome }: AuditPlan): Mistake[] {
  if (score === undefined) return [];
  const { column, model } = score;
  if (model === undefined)
    return column === ""
      ? [
          invalid(
            ["score", "column"],
            '"column" is missing',
            undefined,
            "Add column: the column of scores, or model: the model that gives them.",
          ),
        ]
      : [];
  const at = (...path: PropertyKey[]): PropertyKey[] => ["score", "model", ...path];
  const found: Mistake[] = [];
  if (column !== MODEL_SCORE)
    found.push(
      invalid(
        ["score", "column"],
        "the scores come from a column and from a model",
        column,
        "Give one of them. To compare the model with a vendor's predictions, name their column as score.model.reference.",
      ),
    );
  const { kind, file, command, inputs, reference } = model;
  if (kind === "command") {
    if (command === undefined)
      found.push(invalid(at("command"), "no command is named", undefined, "Add command: [program, argument, …]."));
    if (file !== undefined)
      found.push(invalid(at("file"), "a command has no file", file, "Put the file among the command's arguments."));
  } else {
    if (file === undefined)
      found.push(
        invalid(at("file"), "no file is named", undefined, "Add file: the model's file, relative to the plan."),
      );
    if (command !== undefined)
      found.push(
        invalid(
          at("command"),
          `a model of kind ${kind} is not a command`,
          command,
          "Leave it out, or write kind: command.",
        ),
      );
  }
  inputs.forEach((input, i) => {
    const path = at("inputs", i);
    const encodings = [input.codes, input.oneHot].filter((e) => e !== undefined).length;
    const encoded = kind !== "coefficients" && kind !== "ebm" && kind !== "command";
    if (input.column === outcome.column)
      found.push(invalid([...path, "column"], "the outcome is no input", input.column, "Leave it out."));
    if (input.kind === "numeric" && (encodings > 0 || input.rest !== undefined))
      found.push(
        invalid(
          path,
          "an amount has no levels to encode",
          input.column,
          "Leave codes, oneHot and rest out, or write kind: categorical.",
        ),
      );
    if (input.kind === "categorical") {
      if (input.minus !== undefined || input.over !== undefined)
        found.push(invalid(path, "a level cannot be subtracted from", input.column, "Leave minus and over out."));
      if (encoded && encodings !== 1 && kind !== "onnx")
        found.push(
          invalid(
            path,
            "the model takes numbers, so it must be said how levels become numbers",
            input.column,
            "Give codes or oneHot, one of them.",
          ),
        );
      if (kind === "onnx" && encodings > 1)
        found.push(
          invalid(
            path,
            "levels are encoded in two ways",
            input.column,
            "Give codes or oneHot, or neither where the model takes text.",
          ),
        );
      if (!encoded && encodings > 0)
        found.push(
          invalid(
            path,
            `a model of kind ${kind} takes levels as they are`,
            input.column,
            "Leave codes and oneHot out.",
          ),
        );
    }
    if (input.over === 0) found.push(invalid([...path, "over"], "division by zero", 0, "Give another number."));
    if (input.tensor !== undefined && !encoded)
      found.push(invalid([...path, "tensor"], `a model of kind ${kind} has no tensors`, input.tensor, "Leave it out."));
    if (typeof input.missing === "object" && input.kind === "numeric" && typeof input.missing.fill !== "number")
      found.push(
        invalid(
          [...path, "missing", "fill"],
          "an amount is filled with a number",
          input.missing.fill,
          "Give a number.",
        ),
      );
  });
  if (reference !== undefined && inputs.some((input) => input.column === reference.column))
    found.push(
      invalid(
        at("reference", "column"),
        "the reference predictions are an input",
        reference.column,
        "Name the column of the vendor's predictions.",
      ),
    );
  return found;
}
