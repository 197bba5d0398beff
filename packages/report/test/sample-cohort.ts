/** A made-up cohort for the report's tests: a mortality score that ranks and calibrates worse in some subgroups. */
export interface SampleRow {
  readonly score: number;
  readonly event: boolean;
  readonly missing: boolean;
  readonly levels: readonly string[];
}

export interface SampleAttribute {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly {
    readonly level: string;
    readonly share: number;
    readonly shift: number;
    readonly spread: number;
  }[];
  readonly reference?: { readonly level: string; readonly reason: string };
}

const level = (name: string, share: number, shift = 0, spread = 1) => ({ level: name, share, shift, spread });

export const SAMPLE_ATTRIBUTES: readonly SampleAttribute[] = [
  {
    id: "sex",
    label: "Sex",
    levels: [level("female", 0.47, 0.05), level("male", 0.525), level("not recorded", 0.005)],
    reference: { level: "male", reason: "The larger group in the development data." },
  },
  {
    id: "age",
    label: "Age band",
    levels: [level("<40", 0.08, -0.1), level("40–64", 0.38), level("65–79", 0.36, 0.02), level("≥80", 0.18, 0.25, 0.7)],
    reference: { level: "40–64", reason: "The age range the manufacturer validated in." },
  },
  {
    id: "ethnicity",
    label: "Ethnicity",
    levels: [
      level("White", 0.71),
      level("Black", 0.13, 0.45, 0.45),
      level("Asian", 0.07),
      level("Hispanic", 0.055, -0.05),
      level("Other", 0.0006),
      level("not recorded", 0.03, 0.3, 0.6),
    ],
    reference: { level: "White", reason: "The largest group and historically the best served." },
  },
];

/** Park and Miller's generator: small, seeded, good enough to make a sample look like data. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export function sampleRows(rows: number, attributes: readonly SampleAttribute[]): SampleRow[] {
  const random = generator(20260101);
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const pick = (a: SampleAttribute): SampleAttribute["levels"][number] => {
    let at = random();
    for (const one of a.levels) {
      at -= one.share;
      if (at < 0) return one;
    }
    return a.levels.at(-1)!;
  };
  return Array.from({ length: rows }, () => {
    const levels = attributes.map(pick);
    const lp = -1.7 + 1.25 * normal();
    const shift = levels.reduce((s, l) => s + l.shift, 0);
    const spread = levels.reduce((s, l) => s * l.spread, 1);
    const truth = -1.7 + shift + spread * (lp + 1.7);
    return {
      score: 1 / (1 + Math.exp(-lp)),
      event: random() < 1 / (1 + Math.exp(-truth)),
      missing: random() < (levels.some((l) => l.level === "not recorded") ? 0.11 : 0.02),
      levels: levels.map((l) => l.level),
    };
  });
}
