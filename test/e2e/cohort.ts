import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** One patient: identifier, score, outcome, sex; all as they stand in the file. */
export type Patient = readonly [patient: string, score: string, died: string, sex: string];

/** 400 patients whose risk is well calibrated by construction; the same ones always. */
export function patients(): Patient[] {
  let state = 7;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: 400 }, (_, i) => {
    const risk = Math.round(random() * 1000) / 1000;
    const died = random() < risk ? "1" : "0";
    return [`P${i}`, String(risk), died, random() < 0.5 ? "female" : "male"] as const;
  });
}

export function writeCohort(folder: string, rows: readonly Patient[]): void {
  const lines = ["patient,score,died,sex", ...rows.map((row) => row.join(","))];
  writeFileSync(join(folder, "cohort.csv"), `${lines.join("\n")}\n`);
}

/** The plan for `cohort.csv`, with texts replaced. */
export function writePlan(folder: string, replace: Readonly<Record<string, string>> = {}): void {
  let plan = `auscult: 1
title: Deaths
model: { name: Score, version: "1", intendedPurpose: A test. }
data: { source: cohort.csv }
score: { column: score, kind: probability, direction: higher-is-riskier }
outcome: { column: died, positive: 1, negative: [0], description: Death. }
patient: patient
thresholds: [{ at: 0.5, reason: Declared for the test. }]
subgroups:
  - { id: sex, column: sex, reference: { level: male, reason: Declared for the test. } }
primary: { metric: auroc, reason: Declared for the test. }
margins: { auroc: { difference: 0.05, reason: Declared for the test. } }
`;
  for (const [from, to] of Object.entries(replace)) {
    if (!plan.includes(from)) throw new Error(`the plan does not hold ${from}`);
    plan = plan.replace(from, to);
  }
  writeFileSync(join(folder, "plan.audit.yaml"), plan);
}
