import type { AuditReport } from "../audit-report.ts";
import type { EvidenceId } from "../standards/evidence-ids.ts";

type Matrix = AuditReport["evidence"];
type Row = Matrix["rows"][number];
type Missing = Extract<Row["evidence"][number], { state: "missing" }>["why"];
type Regulatory = NonNullable<AuditReport["regulatory"]>;

interface Term {
  readonly name: string;
  readonly meaning: string;
}

/** The words of the evidence matrix and of the records beside it. */
export interface StandardWords {
  readonly evidence: Readonly<Record<EvidenceId, string>>;
  readonly status: Readonly<Record<Row["status"], Term>>;
  readonly missing: Readonly<Record<Missing, string>>;
  readonly verification: Readonly<Record<Row["verification"], Term>>;
  readonly force: Readonly<Record<Matrix["standards"][number]["force"], string>>;
  readonly route: Readonly<Record<Regulatory["route"], string>>;
  readonly dutyRole: Readonly<Record<Regulatory["role"], string>>;
  readonly market: Readonly<Record<Regulatory["markets"][number], string>>;
  readonly part: Readonly<Record<AuditReport["signOff"][number]["part"], string>>;
  readonly decisionRole: Readonly<
    Record<NonNullable<NonNullable<AuditReport["study"]["identification"]>["decisionRole"]>, string>
  >;
  /** What to do before use, by what was found. */
  readonly beforeUse: Readonly<Record<BeforeUse, string>>;
}

/** What a decision maker is asked to do before the model is used, by what was found. */
export type BeforeUse =
  | "gap"
  | "open"
  | "not-judged"
  | "not-estimable"
  | "finding"
  | "calibration"
  | "missing-outcome"
  | "no-subgroups"
  | "no-claim"
  | "no-label-choice"
  | "sign";
