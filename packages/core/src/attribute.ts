export const NOT_RECORDED = "not recorded";

/** One attribute of the cohort, coded. Level 0 is always "not recorded", whether or not a row has it. */
export interface Attribute {
  readonly id: string;
  readonly label: string;
  /** `levels[code]`; `levels[0]` is `NOT_RECORDED`. */
  readonly levels: readonly string[];
  /** Declared reference level and why; absent where the plan compares against the rest only. */
  readonly reference?: { readonly level: string; readonly reason: string };
  /** Level code of each row; length `rows`. */
  readonly codes: Uint16Array;
}

/** Attributes without their rows. */
export function attributeShapes(attributes: readonly Attribute[]): Omit<Attribute, "codes">[] {
  return attributes.map(({ id, label, levels, reference }) => ({
    id,
    label,
    levels,
    ...(reference === undefined ? {} : { reference }),
  }));
}
