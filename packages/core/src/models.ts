import type { ModelKind } from "./model.ts";
import { coefficients } from "./models/coefficients.ts";

/** Every kind of model that can be run here. A new one is one file, one import and one line. */
export const MODELS: readonly ModelKind[] = [coefficients];
