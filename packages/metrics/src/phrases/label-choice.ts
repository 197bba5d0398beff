import type { Fact } from "../phrases.ts";

export interface LabelChoicePhrases {
  readonly labelAtEqualSeverity: { readonly label: Fact };
  readonly labelRatioAtEqualSeverity: { readonly label: Fact; readonly group: Fact; readonly reference: Fact };
}
