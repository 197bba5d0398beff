import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { openInput } from "./input.ts";
import { modelProblem, type OpenModel, type ScoreModel } from "./model.ts";
import { MODELS } from "./models.ts";

/** Opens the plan's model, and hashes its file. Missing, cut off, of another kind or shape: an AuditError. */
export async function openModel(spec: ScoreModel, base: string): Promise<OpenModel> {
  const kind = MODELS.find((m) => m.kind === spec.kind)!;
  if (kind.takes === "command") return kind.open({ spec, base, file: undefined });
  const name = spec.file!;
  const path = resolve(base, name);
  if (kind.takes === "folder") {
    const info = await stat(path).catch(() => undefined);
    if (info?.isDirectory() !== true)
      throw modelProblem(
        "MODEL_UNREADABLE",
        { file: name, planPath: "score.model.file" },
        "there is no such folder",
        "Name the folder that holds saved_model.pb.",
      );
    return kind.open({ spec, base, file: undefined });
  }
  return kind.open({ spec, base, file: await openInput({ name, path }) });
}
