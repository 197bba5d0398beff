import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Audit, audit } from "auscult";

const NOW = "2026-01-01T00:00:00Z";

/** A cohort with small cells of every kind: a level of four rows, one of three events, few missing, small crossings. */
export async function smallCells(folder: string, profile: string): Promise<Audit> {
  let state = 11;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const lines = ["patient,score,died,sex,origin"];
  const add = (n: number, origin: string, rate: (risk: number) => number): void => {
    for (let i = 0; i < n; i++) {
      const risk = Math.round(random() ** 2 * 1000) / 1000;
      const died = random() < rate(risk) ? "1" : "0";
      lines.push([`P${lines.length}`, risk, died, random() < 0.5 ? "female" : "male", origin].join(","));
    }
  };
  add(620, "here", (risk) => risk);
  add(140, "near", (risk) => risk * 0.7);
  add(90, "far", (risk) => risk * 0.12);
  add(31, "elsewhere", (risk) => risk);
  add(4, "unknown", () => 0.5);
  for (const row of [17, 230, 611]) lines[row] = lines[row]!.replace(/,[01],/, ",,");
  writeFileSync(join(folder, "cohort.csv"), `${lines.join("\n")}\n`);
  const reason = "Declared for the test.";
  return audit(
    {
      auscult: 1,
      title: "Small cells",
      model: { name: "Score", version: "1", intendedPurpose: "A test." },
      data: { source: "cohort.csv" },
      score: { column: "score", kind: "probability", direction: "higher-is-riskier" },
      outcome: { column: "died", positive: 1, negative: [0], description: "Death." },
      patient: "patient",
      thresholds: [
        { at: 0.3, reason },
        { at: 0.8, reason },
      ],
      subgroups: [
        { id: "sex", column: "sex", reference: { level: "male", reason } },
        { id: "origin", column: "origin", reference: { level: "here", reason } },
      ],
      intersections: [["sex", "origin"]],
      primary: { metric: "auroc", reason },
      margins: { auroc: { difference: 0.05, reason } },
      utility: { thresholds: [0.1, 0.6], reason },
      disclosure: { profile: profile as "denmark", ...(profile === "custom" ? { minimum: 3 } : {}) },
    },
    { base: folder, now: NOW },
  );
}
