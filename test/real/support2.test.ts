import { labelAtEqualSeverity } from "@auscult/metrics";
import { audit } from "auscult";
import { describe, expect, test } from "vitest";
import { defined } from "./defined.ts";
import { haveShared, sharedCsv, sharedFile, sharedJson } from "./shared.ts";

const CSV = "support2/support2.csv.gz";
const have = haveShared(CSV);

interface Golden {
  readonly cost: { readonly n: number; readonly beta_log: number; readonly se: number; readonly ratio: number };
  readonly charges: Golden["cost"];
  readonly avtisst: { readonly n: number; readonly beta: number; readonly se: number };
}

describe.skipIf(!have)("SUPPORT2: the same patients, as sick, cost less if Black", () => {
  const data = have ? sharedCsv(CSV) : undefined;
  const golden = have ? sharedJson<Golden>("support2/golden_support2_cost.json") : ({} as Golden);
  const codes = (name: string): Float64Array => {
    const texts = data!.texts(name);
    const levels = [...new Set(texts)].sort();
    return Float64Array.from(texts, (t) => (t === "" ? Number.NaN : levels.indexOf(t)));
  };
  const adjusted = (label: string, scale: "log" | "amount") => {
    const side = Uint8Array.from(data!.texts("race"), (r) => (r === "black" ? 1 : r === "white" ? 0 : 2));
    const covariates = [
      { kind: "numeric", values: data!.numbers("num.co") },
      { kind: "numeric", values: data!.numbers("age") },
      { kind: "categorical", values: codes("dzgroup") },
      { kind: "numeric", values: data!.numbers("sps") },
      { kind: "categorical", values: codes("sex") },
    ] as const;
    return defined(labelAtEqualSeverity(data!.numbers(label), side, covariates, { scale, level: 0.95 }));
  };

  test.each([
    ["totcst", "cost", 0.906],
    ["charges", "charges", 0.873],
  ] as const)("%s at equal severity", (label, key, printed) => {
    const result = adjusted(label, "log");
    expect(result.rows).toBe(golden[key].n);
    expect(result.ratio!.value).toBeCloseTo(printed, 3);
    expect(result.gap.value).toBeCloseTo(golden[key].beta_log, 9);
    expect(result.gap.standardError).toBeCloseTo(golden[key].se, 9);
    expect(result.ratio!.high).toBeLessThan(1);
  });

  test("intensity of treatment at equal severity", () => {
    const result = adjusted("avtisst", "amount");
    expect(result.rows).toBe(golden.avtisst.n);
    expect(result.gap.value).toBeCloseTo(golden.avtisst.beta, 8);
    expect(result.gap.standardError).toBeCloseTo(golden.avtisst.se, 8);
    expect(result.ratio).toBeNull();
  });

  test.each([
    ["totcst", "cost", 0.906],
    ["charges", "charges", 0.873],
  ] as const)(
    "an audit prints it for %s",
    async (column, key, printed) => {
      const reason = "Declared for this test.";
      const { report } = await audit(
        {
          auscult: 1,
          title: "SUPPORT2",
          model: { name: "SUPPORT prognostic model", version: "1995", intendedPurpose: "Estimates survival." },
          data: { source: sharedFile(CSV) },
          score: { column: "surv6m", kind: "probability", direction: "lower-is-riskier" },
          outcome: { column: "hospdead", positive: 1, negative: [0], description: "Death in hospital." },
          labels: {
            spent: { column, label: column },
            physiology: { column: "aps", label: "Acute physiology score" },
          },
          subgroups: [{ id: "race", column: "race", reference: { level: "white", reason } }],
          primary: { metric: "auroc", reason },
          labelChoice: {
            label: "spent",
            needs: [{ label: "physiology", seenWithoutCare: true }],
            by: "race",
            thresholds: [{ percentile: 90, reason }],
            severity: { numeric: ["num.co", "age", "sps"], categorical: ["dzgroup", "sex"] },
            replicates: 0,
          },
        },
        { now: "2026-11-24T09:00:00Z" },
      );
      const finding = report.findings.find(({ id }) => id === "label-choice:race=black:severity")!;
      const number = (id: string) => finding.numbers.find((n) => n.id === id)!;
      expect(number("ratio").value).toBeCloseTo(printed, 3);
      expect(number("ratio").value).toBeCloseTo(golden[key].ratio, 9);
      expect(number("ratio").interval!.high).toBeLessThan(1);
      expect(number("rows").value).toBe(golden[key].n);
    },
    120_000,
  );
});
