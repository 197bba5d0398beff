import type { ModelKind } from "./model.ts";
import { coefficients } from "./models/coefficients.ts";
import { command } from "./models/command.ts";
import { ebm } from "./models/ebm.ts";
import { onnx } from "./models/onnx.ts";
import { savedModel } from "./models/saved-model.ts";
import { tfjsGraph, tfjsLayers } from "./models/tfjs.ts";

/** Every kind of model that can be run here. A new one is one file, one import and one line. */
export const MODELS: readonly ModelKind[] = [coefficients, ebm, tfjsLayers, tfjsGraph, savedModel, onnx, command];
