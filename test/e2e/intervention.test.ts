import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audit } from "auscult";
import { expect, test } from "vitest";

/** From the fourth month on the alert is acted on, and halves the deaths of those flagged; one in five is held out. */
function rows(): string {
  let state = 23;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const lines: string[] = [];
  for (let month = 1; month <= 8; month++)
    for (let i = 0; i < 500; i++) {
      const risk = Number((0.02 + 0.5 * random() ** 2).toFixed(4));
      const held = random() < 0.2;
      const called = month >= 4 && !held && risk >= 0.15;
      const died = random() < (called ? risk / 2 : risk) ? 1 : 0;
      lines.push([`2026-0${month}`, risk, died, held ? "held out" : "shown", called ? "yes" : "no"].join(","));
    }
  return `month,risk,died,arm,called\n${lines.join("\n")}\n`;
}

test("an alert that works looks like drift: those treated have fewer events than predicted, those held out have not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "auscult-intervention-"));
  writeFileSync(join(folder, "rows.csv"), rows());
  writeFileSync(
    join(folder, "plan.audit.yaml"),
    `auscult: 1
title: Working alert
model: { name: Score, version: "1", intendedPurpose: A test. }
data: { source: rows.csv }
score: { column: risk, kind: probability, direction: higher-is-riskier }
outcome: { column: died, positive: 1, negative: [0], description: Death. }
period: month
thresholds: [{ at: 0.15, reason: A test. }]
primary: { metric: auroc, reason: A test. }
monitoring:
  baseline: { through: 2026-03, reason: A test. }
  alarm: { oddsRatio: 1.5, runLength: 2000, replicates: 100, reason: A test. }
  intervention:
    description: a nurse calls
    treatment: { column: called, given: "yes", label: a call }
    holdOut: { column: arm, level: held out }
`,
  );
  const { report } = await audit(join(folder, "plan.audit.yaml"));
  rmSync(folder, { recursive: true });
  const overall = report.findings.find(({ id }) => id === "monitoring:overall")!;
  expect(overall.verdict).toBe("signal_shown");
  expect(overall.notes).toContainEqual({
    say: "signalFewer",
    with: { who: { say: "everybody" }, at: "2026-04", since: "2026-04" },
  });
  expect(overall.notes).toContainEqual({ say: "interventionNote", with: { what: "a nurse calls" } });
  expect(overall.notes).not.toContainEqual({ say: "interventionUnseparated" });
  const after = (id: string) =>
    overall.tables.find((table) => table.id === id)!.rows.slice(2) as [
      unknown,
      unknown,
      number,
      number,
      number,
      number,
      number,
    ][];
  const [treated, untreated] = after("byTreatment");
  expect(treated!.at(-1)).toBeLessThan(0.8);
  expect([untreated![5] < 1, untreated![6] > 1]).toEqual([true, true]);
  const [heldOut, shown] = after("byHoldOut");
  expect([heldOut![5] < 1, heldOut![6] > 1]).toEqual([true, true]);
  expect(shown!.at(-1)).toBeLessThan(1);
}, 60_000);
