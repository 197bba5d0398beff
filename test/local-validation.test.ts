import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { audit } from "auscult";
import type { AuditReport } from "@auscult/report";
import { beforeAll, describe, expect, test } from "vitest";

type ReportFinding = AuditReport["findings"][number];

const fixture = join(dirname(fileURLToPath(import.meta.url)), "..", "fixtures", "local-validation");

let findings: readonly ReportFinding[];
beforeAll(async () => {
  const { report } = await audit(join(fixture, "local-validation.audit.yaml"), { now: "2027-02-01T00:00:00.000Z" });
  findings = report.findings;
}, 300_000);

const find = (id: string): ReportFinding => {
  const found = findings.find((finding) => finding.id === id);
  if (found === undefined) throw new Error(`no finding ${id}; there are ${findings.map((f) => f.id).join(", ")}`);
  return found;
};

describe("monitoring of the local validation fixture", () => {
  test("the oldest die less often than predicted; subgroup, side and month are named", () => {
    const oldest = find("monitoring:age=≥80");
    expect(oldest).toMatchObject({ verdict: "signal_shown", subgroup: "age=≥80" });
    expect(oldest.notes).toContainEqual({
      say: "signalFewer",
      with: { who: "Age: ≥80", at: "2026-05", since: "2026-05" },
    });
  });
  test("what could not have been found among the youngest is not called unchanged", () => {
    expect(find("monitoring:age=<50").verdict).toBe("no_signal_inconclusive");
  });
  test("every period is there, with limits, and the share flagged falls with the laboratory's unit", () => {
    const { tables } = find("monitoring:overall");
    const rows = tables.find(({ id }) => id === "selectionRate")!.rows;
    expect(rows.map(([period]) => period)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}`),
    );
    const share = (period: number): number => rows[period]![3] as number;
    expect(share(8)).toBeLessThan(0.8 * share(7));
    expect(rows.every(([, , , value, low, high]) => low! < value! && value! < high!)).toBe(true);
  });
  test("creatinine changes its unit in the north laboratory in September: laboratory, month and factor are named", () => {
    const creatinine = find("drift:creatinine");
    expect(creatinine.verdict).toBe("signal_shown");
    const [change, ...others] = creatinine.notes!.filter(
      (note) => typeof note !== "string" && "say" in note && note.say === "unitChanged",
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      with: {
        feature: "Creatinine",
        source: "north laboratory",
        since: "2026-09",
        here: "mg/dL",
        before: "µmol/L",
        factor: 88.42,
      },
    });
    expect(find("drift:lactate").verdict).toBe("within_limits");
  });
});
