import type { AuditPlan, CategoricalColumn, Cohort, ReferenceRows } from "@auscult/core";
import { type CodedSamples, codedTogether, levelShift } from "../cohort-comparison/level-shift.ts";
import { meanShift } from "../cohort-comparison/mean-shift.ts";
import { numberShift, type Shift } from "../cohort-comparison/number-shift.ts";
import type { ResampleOptions } from "../cohort-comparison/two-samples.ts";
import type { Finding } from "../finding.ts";
import type { Label } from "../phrases.ts";
import { type Reason, type Undefined, undefinedBecause } from "../result.ts";

export type Reference = NonNullable<AuditPlan["reference"]>;
export type DeclaredFeature = Reference["features"][number];

const REPLICATES = 200;

/** A declared feature on both sides; of a published table only its figures. */
export interface ComparedFeature {
  readonly declared: DeclaredFeature;
  readonly here: Float64Array;
  /** Absent where only a mean was published. */
  readonly reference?: Float64Array;
  readonly coded?: CodedSamples;
  readonly shift: Shift | Undefined;
}

/** Everything that the comparison with the reference rests on. */
export interface Compared {
  readonly cohort: Cohort;
  readonly plan: AuditPlan;
  readonly reference: Reference;
  readonly rows?: ReferenceRows;
  readonly features: readonly ComparedFeature[];
  /** Blocks of patients here, where they have several rows. */
  readonly blocks?: ArrayLike<number>;
  /** Independent patients behind the rows here. */
  readonly independent: number;
  readonly options: ResampleOptions;
}

export function referenceOf(cohort: Cohort, plan: AuditPlan, rows: ReferenceRows | undefined): Compared {
  const reference = plan.reference!;
  const repeated = cohort.patients?.repeated === true && plan.policy.assumeIndependentRows === undefined;
  const blocks = repeated ? cohort.block : undefined;
  const independent = repeated ? cohort.patients.distinct : cohort.rows;
  const options = { level: plan.policy.level, seed: plan.policy.seed, replicates: REPLICATES };
  const features = reference.features.map((declared) =>
    declared.kind === "numeric"
      ? ofNumbers(declared, cohort, reference, rows, { blocks, independent, options })
      : ofLevels(declared, cohort, reference, rows, { blocks, options }),
  );
  return {
    cohort,
    plan,
    reference,
    ...(rows === undefined ? {} : { rows }),
    features,
    ...(blocks === undefined ? {} : { blocks }),
    independent,
    options,
  };
}

interface How {
  readonly blocks: ArrayLike<number> | undefined;
  readonly options: ResampleOptions;
}

function ofNumbers(
  declared: DeclaredFeature,
  cohort: Cohort,
  { table }: Reference,
  rows: ReferenceRows | undefined,
  { blocks, independent, options }: How & { readonly independent: number },
): ComparedFeature {
  const here = cohort.columns.numeric.get(declared.column);
  if (here === undefined) throw new RangeError(`the cohort was read without column "${declared.column}"`);
  const known = rows?.numeric.get(declared.column);
  if (known !== undefined)
    return { declared, here, reference: known, shift: numberShift(known, here, blocks, options) };
  const published = table?.numeric[declared.column];
  const shift =
    published === undefined
      ? undefinedBecause("MISSING_INPUT")
      : meanShift({ ...published, n: table!.n }, here, { level: options.level, independent });
  return { declared, here, shift };
}

function ofLevels(
  declared: DeclaredFeature,
  cohort: Cohort,
  { table }: Reference,
  rows: ReferenceRows | undefined,
  { blocks, options }: How,
): ComparedFeature {
  const own = cohort.columns.categorical.get(declared.column);
  if (own === undefined) throw new RangeError(`the cohort was read without column "${declared.column}"`);
  const known = rows?.categorical.get(declared.column) ?? published(table, declared.column);
  if (known === undefined) return { declared, here: own.codes, shift: undefinedBecause("MISSING_INPUT") };
  const coded = codedTogether(known, own);
  return {
    declared,
    here: coded.here,
    reference: coded.reference,
    coded,
    shift: levelShift(coded, blocks, options),
  };
}

/** Published shares as the rows that they are of: shares of n patients, to the nearest patient. */
function published(table: Reference["table"], column: string): CategoricalColumn | undefined {
  const shares = table?.categorical[column];
  if (shares === undefined) return undefined;
  const levels = Object.keys(shares);
  const codes = levels.flatMap((level, code) =>
    Array.from({ length: Math.round(shares[level]! * table!.n) }, () => code),
  );
  return { levels, codes: Float64Array.from(codes), numeric: false };
}

/** A finding that only says why there is none. */
export function notEstimable(id: string, subject: Label, reason: Reason): Finding {
  return {
    id,
    kind: "cohort-comparison",
    subject,
    verdict: "not_estimable",
    reason,
    scope: "local",
    exploratory: false,
    numbers: [],
    tables: [],
    charts: [],
    source: [],
  };
}
