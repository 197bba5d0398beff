import type { Input } from "./input.ts";
import type { AuditPlan } from "./plan/schema.ts";
import type { Problem, ProblemCode, Where } from "./problems.ts";
import { AuditError } from "./problems.ts";

/** What the plan says of the model that gives the scores. */
export type ScoreModel = NonNullable<NonNullable<AuditPlan["score"]>["model"]>;
export type ModelInput = ScoreModel["inputs"][number];

/** One declared input of some rows: amounts (NaN where missing), or levels as codes (NaN where missing). */
export type InputValues =
  | { readonly kind: "numeric"; readonly values: Float64Array }
  | {
      readonly kind: "categorical";
      readonly codes: Float64Array;
      readonly levels: readonly string[];
      /** Levels are numbers and are compared as numbers. */
      readonly numeric: boolean;
    };

/** Rows as a model is given them: one entry an input, in the plan's order. */
export interface ModelRows {
  readonly rows: number;
  readonly inputs: readonly InputValues[];
}

/** A term of an additive model, as the model's own file states it. */
export interface ModelTerm {
  /** The input, as the model calls it. */
  readonly input: string;
  /** Log odds, or the scale on which the model adds its terms up. */
  readonly scale: "log-odds" | "score";
  readonly shape:
    | {
        readonly kind: "steps";
        /** Edges between the bins, ascending: one fewer than the scores. A value at an edge belongs above it. */
        readonly cuts: readonly number[];
        readonly scores: readonly number[];
        readonly standardErrors?: readonly number[];
        /** Rows of the development data in each bin, where the file says. */
        readonly weights?: readonly number[];
      }
    | {
        readonly kind: "levels";
        readonly levels: readonly string[];
        readonly scores: readonly number[];
        readonly standardErrors?: readonly number[];
        readonly weights?: readonly number[];
      };
}

export interface ModelFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What ran the model: packages, backends, programs. Goes into the report. */
export interface ModelRuntime {
  readonly name: string;
  readonly version: string;
}

/** A model that is open and answers. */
export interface OpenModel {
  readonly files: readonly ModelFile[];
  readonly runtime: readonly ModelRuntime[];
  /** Terms of one input each, where the model's file is a list of terms. */
  readonly terms?: readonly ModelTerm[];
  /** Given all rows at once, whatever the plan's batch. */
  readonly wholePass?: boolean;
  /** One score a row, before the plan's link. Throws AuditError where the rows do not fit the model. */
  score(rows: ModelRows): Promise<Float64Array>;
  close(): Promise<void>;
}

export interface OpenRequest {
  readonly spec: ScoreModel;
  /** Folder of the plan. */
  readonly base: string;
  /** The model's file, opened and hashed; of a folder or a command there is none. */
  readonly file: Input | undefined;
}

/** One kind of model. A new kind is a new file in `models/` and one line in `models.ts`. */
export interface ModelKind {
  readonly kind: ScoreModel["kind"];
  /** What `file` must be. */
  readonly takes: "file" | "folder" | "command";
  readonly open: (request: OpenRequest) => Promise<OpenModel>;
}

/** A problem with a model, to be thrown. */
export function modelProblem(
  code: Extract<ProblemCode, `MODEL_${string}`>,
  where: Where,
  what: string,
  remedy: string,
  seen?: string,
): AuditError {
  const problem: Problem = { code, where, what, ...(seen === undefined ? {} : { seen }), remedy };
  return new AuditError([problem]);
}

/** What the model calls an input. */
export function nameOf({ name, column }: ModelInput): string {
  return name ?? column;
}
