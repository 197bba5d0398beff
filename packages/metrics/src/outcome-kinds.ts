import { continuous } from "./continuous/kind.ts";
import { multiClass } from "./multi-class/kind.ts";
import type { OutcomeKind } from "./outcome-kinds/outcome-kind.ts";
import { timeToEvent } from "./time-to-event/kind.ts";

/** Every kind of outcome beside binary, which is counted and not read row by row. */
export const outcomeKinds: readonly OutcomeKind[] = [timeToEvent, continuous, multiClass];
