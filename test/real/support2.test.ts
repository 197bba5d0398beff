import { labelAtEqualSeverity } from "@auscult/metrics";
import { describe, expect, test } from "vitest";
import { defined } from "./defined.ts";
import { haveShared, sharedCsv, sharedJson } from "./shared.ts";

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
});
