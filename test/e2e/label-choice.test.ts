import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AuditReport, render } from "@auscult/report";
import { audit } from "auscult";
import { describe, expect, test } from "vitest";
import { emptyFolder } from "./auscult.ts";

type Finding = AuditReport["findings"][number];
type Row = Readonly<Record<string, string | number>>;

const reason = "Declared for the test.";

/** 800 patients, a quarter in group B: the same score and cost, a condition more. The same ones always. */
function patients(): Row[] {
  let state = 11;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: 800 }, (_, i): Row => {
    const group = i % 4 === 0 ? "B" : "A";
    const score = random();
    const conditions = Math.floor(5 * score + 2 * random() + (group === "B" ? 1 : 0));
    const cost = Math.round(1000 + 4000 * score + 1000 * random());
    return { id: `P${i}`, group, score: score.toFixed(4), cost, conditions, high: cost > 4000 ? 1 : 0 };
  });
}

type Plan = Exclude<Parameters<typeof audit>[0], string>;

interface Change {
  readonly rows?: (row: Row, i: number) => Row;
  readonly plan?: Partial<Plan>;
  readonly section?: Partial<NonNullable<Plan["labelChoice"]>>;
}

async function auditOf({ rows = (row) => row, plan = {}, section = {} }: Change = {}): Promise<AuditReport> {
  const folder = emptyFolder();
  const made = patients().map(rows);
  const columns = Object.keys(made[0] ?? {});
  const lines = [columns.join(","), ...made.map((row) => columns.map((c) => row[c]).join(","))];
  writeFileSync(join(folder, "cohort.csv"), `${lines.join("\n")}\n`);
  const { report } = await audit(
    {
      auscult: 1,
      title: "Programme by predicted cost",
      model: { name: "Score", version: "1", intendedPurpose: "Finds the sickest." },
      data: { source: join(folder, "cohort.csv") },
      score: { column: "score", kind: "ordinal", direction: "higher-is-riskier" },
      outcome: { column: "high", positive: 1, negative: [0], description: "High cost." },
      labels: {
        cost: { column: "cost", label: "Cost" },
        conditions: { column: "conditions", label: "Conditions" },
      },
      subgroups: [{ id: "group", column: "group", reference: { level: "A", reason } }],
      primary: { metric: "auroc", reason },
      labelChoice: {
        label: "cost",
        margin: { ratio: [0.9, 1.11], reason },
        needs: [{ label: "conditions", margin: { difference: 0.3, reason }, seenWithoutCare: true }],
        by: "group",
        thresholds: [{ percentile: 90, reason }],
        replicates: 200,
        ...section,
      },
      ...plan,
    },
    { now: "2026-11-24T09:00:00Z" },
  );
  return report;
}

const said = (labels: readonly unknown[] | undefined): string[] =>
  (labels ?? []).map((l) => (typeof l === "object" && l !== null && "say" in l ? String(l.say) : String(l)));
const findingOf = ({ findings }: AuditReport): Finding => findings.find(({ kind }) => kind === "label-choice")!;
const numberOf = ({ numbers }: Finding, id: string) => numbers.find((n) => n.id === id)!;

describe("what cannot be judged is explained", () => {
  test("need missing for one group: how many rows each has, and what to do", async () => {
    const finding = findingOf(
      await auditOf({ rows: (row) => (row["group"] === "B" ? { ...row, conditions: "" } : row) }),
    );
    expect([finding.verdict, finding.reason]).toEqual(["not_estimable", "MISSING_INPUT"]);
    expect(finding.notes).toEqual([
      {
        say: "cannotNeedMissing",
        with: { need: "Conditions", group: "B", groupRows: 0, reference: "A", referenceRows: 600 },
      },
    ]);
  });

  test("a need that is the label over again, in other units", async () => {
    const finding = findingOf(await auditOf({ rows: (row) => ({ ...row, conditions: 2 * Number(row["cost"]) + 7 }) }));
    expect([finding.verdict, finding.reason, said(finding.notes)]).toEqual([
      "not_estimable",
      "LABEL_EQUALS_NEED",
      ["cannotLabelIsNeed"],
    ]);
  });

  test("a need of one value", async () => {
    const finding = findingOf(await auditOf({ rows: (row) => ({ ...row, conditions: 3 }) }));
    expect([finding.reason, said(finding.notes)]).toEqual(["CONSTANT_VALUE", ["cannotConstant"]]);
  });

  test("a group without a score", async () => {
    const finding = findingOf(await auditOf({ rows: (row) => (row["group"] === "B" ? { ...row, score: "" } : row) }));
    expect([finding.reason, said(finding.notes)]).toEqual(["EMPTY_GROUP", ["cannotGroupEmpty"]]);
  });

  test("nobody above the threshold: the gap is judged, the places are not", async () => {
    const report = await auditOf({
      rows: (row, i) => ({ ...row, percentile: (i % 80) + 1 }),
      section: { percentileColumn: "percentile" },
    });
    const finding = findingOf(report);
    expect(finding.verdict).not.toBe("not_estimable");
    const places = finding.lead!.find(({ head }) => head === "howMany")!;
    expect(said(places.text)).toEqual(["leadNobodyAbove"]);
    expect(numberOf(finding, "swap90ByNeed")).toMatchObject({ value: null, reason: "NONE_ABOVE_THRESHOLD" });
    expect(said(finding.choices)).toContain("percentilesOwn");
  });

  test.each([
    ["the need is the label itself", { needs: [{ label: "cost", seenWithoutCare: true }] }],
    ["so few replicates hold no interval", { replicates: 50 }],
    ["this names a label that the plan does not have", { needs: [{ label: "condition", seenWithoutCare: true }] }],
  ])("a plan in which %s is refused", async (message, section) => {
    await expect(auditOf({ section })).rejects.toThrow(message);
  });
});

describe("what limits a finding is said", () => {
  test("a gap, in plain words; a need that is seen without care needs no warning", async () => {
    const finding = findingOf(await auditOf());
    expect(finding.verdict).toBe("label_choice_bias_supported");
    expect(said(finding.lead!.flatMap(({ text }) => text))).toEqual([
      "leadSupported",
      "leadWhom",
      "leadPlaces",
      "leadPlacesMore",
      expect.stringMatching(/^lead(Cheaper|MechanismOpen)$/),
    ]);
    expect(said(finding.notes)).toEqual(["byNeedUpperBound", "alreadyHelped"]);
    expect(numberOf(finding, "swap90ByNeed").interval?.method).toBe("bootstrap-percentile");
    expect(finding.tables.find(({ id }) => id === "needByScore")?.scope).toBe("counts");
  });

  test("a need that is recorded only with care, and no gap: the gap may be hidden", async () => {
    const flat = (row: Row): Row => ({
      ...row,
      conditions: Math.floor(5 * Number(row["score"]) + (Number(row["cost"]) % 2)),
    });
    const finding = findingOf(
      await auditOf({
        rows: flat,
        section: { needs: [{ label: "conditions", margin: { difference: 0.3, reason }, seenWithoutCare: false }] },
      }),
    );
    expect(finding.verdict).toBe("no_material_need_gap");
    expect(said(finding.lead![0]!.text)).toEqual(["leadNoGap", "leadNoGapWeak"]);
    expect(said(finding.notes)[0]).toBe("needSeenOnlyWithCare");
  });

  test("a capacity is a threshold, and called by its places", async () => {
    const finding = findingOf(await auditOf({ section: { thresholds: [{ capacity: 80, reason }] } }));
    expect(finding.lead!.find(({ head }) => head === "howMany")!.text[0]).toMatchObject({
      with: { top: { say: "capacityOf", with: { places: 80, percentile: "90" } }, places: 80 },
    });
  });

  test("patients with several rows: blocks of patients, and a curve from rows", async () => {
    const report = await auditOf({
      rows: (row, i) => ({ ...row, id: `P${i >> 1}` }),
      plan: { patient: "id" },
    });
    const finding = findingOf(report);
    expect(said(finding.notes)).toContain("patientsRepeat");
    expect(finding.tables.find(({ id }) => id === "needByScore")).not.toHaveProperty("scope");
  });

  test("weighted rows: no exchange of whole patients", async () => {
    const finding = findingOf(
      await auditOf({ rows: (row, i) => ({ ...row, weight: 1 + (i % 3) }), plan: { weight: "weight" } }),
    );
    expect(said(finding.choices)).toContain("swapsNeedUnweighted");
    expect(numberOf(finding, "swap90Corrected")).toMatchObject({ value: null, reason: "WEIGHTED_ROWS" });
  });
});

test("a need of yes and no with a supposed accuracy is drawn as tiles with the line at which the gap would turn", async () => {
  const report = await auditOf({
    rows: (row) => ({ ...row, conditions: Number(row["conditions"]) > 3 ? 1 : 0 }),
    section: {
      needs: [{ label: "conditions", margin: { difference: 0.1, reason }, seenWithoutCare: false }],
      accuracy: [{ need: "conditions", group: "B", sensitivity: [0.5, 1], reason }],
      features: [{ column: "cost", kind: "numeric", legitimacy: "access to care", reason }],
    },
  });
  const finding = findingOf(report);
  expect(finding.charts.find(({ id }) => id === "tipping")).toMatchObject({
    mark: "tiles",
    boundary: { say: "tippingLine" },
  });
  expect(numberOf(finding, "tippingRatio").value).toBeGreaterThan(1);
  const proxies = report.findings.find(({ kind }) => kind === "proxy-association")!;
  expect(said(proxies.notes)).toEqual(["declarationDecides", "blindIsNotFair", "notCounterfactual"]);
  for (const [language, words] of [
    ["en", ["For whom", "What limits this", "where the gap changes its sign"]],
    ["da", ["For hvem", "Hvad der begrænser dette", "hvor forskellen skifter fortegn"]],
  ] as const) {
    const { files } = await render(report, "html", { language });
    const page = String(files[0]!.content);
    for (const text of words) expect(page).toContain(text);
    if (process.env["KEEP_PAGES"] !== undefined)
      writeFileSync(join(process.env["KEEP_PAGES"], `${language}.html`), page);
  }
}, 120_000);
