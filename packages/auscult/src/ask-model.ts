import type { AskedModel } from "@auscult/metrics";
import type { RunningModel } from "./score-with-model.ts";

/** Asks the model all that the plan wants to know of it, then closes it. */
export async function askModel({ open }: RunningModel, onStep: (step: string) => void): Promise<AskedModel> {
  try {
    onStep("asking the model");
    return { files: open.files, runtime: open.runtime, terms: open.terms ?? [] };
  } finally {
    await open.close();
  }
}
