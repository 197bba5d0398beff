import { distributionDistances } from "../drift/distribution-distances.ts";
import { locationShift } from "../drift/location-shift.ts";
import { quantile7 } from "../numeric/quantile.ts";
import { isUndefined } from "../result.ts";

/** A number of one unit is `factor` times (plus `offset`) the number of the other. */
export interface UnitPair {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  readonly offset?: number;
}

/**
 * Units that are taken for each other, by what is measured. Factors from molar masses (IFCC, IUPAC) and definitions.
 *
 * @see Lundberg, Iverson & Radulescu (1986) JAMA 255:2329-2339, SI conversion.
 */
const UNITS: Readonly<Record<string, readonly UnitPair[]>> = {
  creatinine: [{ from: "mg/dL", to: "µmol/L", factor: 88.42 }],
  glucose: [{ from: "mmol/L", to: "mg/dL", factor: 18.016 }],
  urea: [
    { from: "mmol/L", to: "mg/dL (urea nitrogen)", factor: 2.801 },
    { from: "mmol/L", to: "mg/dL (urea)", factor: 6.006 },
  ],
  cholesterol: [{ from: "mmol/L", to: "mg/dL", factor: 38.67 }],
  triglycerides: [{ from: "mmol/L", to: "mg/dL", factor: 88.57 }],
  bilirubin: [{ from: "mg/dL", to: "µmol/L", factor: 17.1 }],
  calcium: [{ from: "mmol/L", to: "mg/dL", factor: 4.008 }],
  haemoglobin: [
    { from: "g/dL", to: "g/L", factor: 10 },
    { from: "mmol/L", to: "g/dL", factor: 1.6114 },
    { from: "mmol/L", to: "g/L", factor: 16.114 },
  ],
  lactate: [{ from: "mmol/L", to: "mg/dL", factor: 9.008 }],
  albumin: [{ from: "g/dL", to: "g/L", factor: 10 }],
  crp: [{ from: "mg/dL", to: "mg/L", factor: 10 }],
  phosphate: [{ from: "mmol/L", to: "mg/dL", factor: 3.097 }],
  magnesium: [{ from: "mmol/L", to: "mg/dL", factor: 2.431 }],
  urate: [{ from: "mg/dL", to: "µmol/L", factor: 59.48 }],
  "oxygen-pressure": [{ from: "kPa", to: "mmHg", factor: 7.50062 }],
  temperature: [{ from: "°C", to: "°F", factor: 1.8, offset: 32 }],
  weight: [{ from: "kg", to: "lb", factor: 2.20462 }],
  height: [
    { from: "in", to: "cm", factor: 2.54 },
    { from: "m", to: "cm", factor: 100 },
  ],
};

/** A decimal mark lost or misplaced: possible of any number. */
const DECIMALS: readonly UnitPair[] = [10, 100, 1000].map((factor) => ({ from: "1", to: String(factor), factor }));

/** A way to turn values here into the reference's. */
export interface Conversion {
  /** Unit here, and in the reference; of a misplaced decimal mark the powers of ten. */
  readonly here: string;
  readonly reference: string;
  readonly decimal: boolean;
  readonly convert: (value: number) => number;
}

export interface UnitChange {
  readonly conversion: Conversion;
  /** `all`: the whole column fits the reference once converted; `some`: rows that fit only once converted. */
  readonly of: "all" | "some";
  /** Of `some`: how many. */
  readonly rows: number;
  /** Median here over the median in the reference. */
  readonly medianRatio: number;
}

/** Shift, in the reference's standard deviations, below which a change of unit is not looked for. */
const NOTABLE = 1;
/** A conversion must take at least this share of the shift away. */
const EXPLAINED = 0.75;
/** Where nearly all of the reference lies, and its middle. */
const [EXTREME, MIDDLE] = [0.001, 0.05];
/** Share of rows beyond `EXTREME` on either side that the reference itself has. */
export const EXPECTED_OUTSIDE = 2 * EXTREME;

/**
 * Whether values here are in another unit than the reference's: all of them, or some (one laboratory of several).
 *
 * All: the conversion takes away three quarters or more of a shift of at least one standard deviation. Some: rows that lie
 * outside the reference's central 99.8 % and fall into its central 90 % once converted. Only conversions known for what is
 * measured, and powers of ten, are tried: nothing is inferred from a column's name.
 */
export function unitChange(reference: Float64Array, here: Float64Array, analyte?: string): UnitChange | undefined {
  const known = reference.filter((v) => !Number.isNaN(v)).sort();
  const now = here.filter((v) => !Number.isNaN(v));
  if (known.length < 20 || now.length < 20) return undefined;
  const medianRatio = quantile7(now.toSorted(), 0.5) / quantile7(known, 0.5);
  const distance = (values: Float64Array): number => {
    const found = distributionDistances(known, values);
    const spread = locationShift(known, values);
    return isUndefined(found) || isUndefined(spread) || spread.referenceDeviation === 0
      ? 0
      : found.wasserstein / spread.referenceDeviation;
  };
  const shift = distance(now);
  const ways = conversionsOf(analyte);
  if (shift >= NOTABLE) {
    const after = ways.map((conversion) => distance(now.map(conversion.convert)));
    const best = after.indexOf(Math.min(...after));
    if (after[best]! <= (1 - EXPLAINED) * shift)
      return { conversion: ways[best]!, of: "all", rows: now.length, medianRatio };
  }
  const [lowest, highest] = [quantile7(known, EXTREME), quantile7(known, 1 - EXTREME)];
  const [low, high] = [quantile7(known, MIDDLE), quantile7(known, 1 - MIDDLE)];
  const outside = now.filter((v) => v < lowest || v > highest);
  const fits = ways.map(({ convert }) =>
    outside.reduce((n, v) => (convert(v) >= low && convert(v) <= high ? n + 1 : n), 0),
  );
  const rows = Math.max(0, ...fits);
  if (rows === 0 || rows < outside.length / 2) return undefined;
  return { conversion: ways[fits.indexOf(rows)]!, of: "some", rows, medianRatio };
}

function conversionsOf(analyte: string | undefined): Conversion[] {
  const own = analyte === undefined ? [] : (UNITS[analyte] ?? []);
  const both =
    (decimal: boolean) =>
    ({ from, to, factor, offset = 0 }: UnitPair): Conversion[] => [
      { here: from, reference: to, decimal, convert: (v) => v * factor + offset },
      { here: to, reference: from, decimal, convert: (v) => (v - offset) / factor },
    ];
  // What is known of the analyte first: of equal fits the first is taken.
  return [...own.flatMap(both(false)), ...DECIMALS.flatMap(both(true))];
}
