import type { Label } from "../phrases.ts";
import type { Comparison } from "./label-choice.ts";

/** How the measures and groups of one finding are called. */
export interface LabelChoiceNames {
  readonly label: string;
  readonly need: string;
  readonly group: string;
  readonly reference: Label;
  /** Any label of the plan by its id. */
  of(id: string): string;
}

export function namesOf(
  of: (id: string) => string,
  label: string,
  need: string,
  { group, reference }: Comparison,
): LabelChoiceNames {
  return { label: of(label), need: of(need), group, reference, of };
}
