import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePlan } from "@auscult/core";
import { audit } from "auscult";
import { expect, test } from "vitest";
import { emptyFolder } from "./auscult.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test("the README's plan is the first example's, and it can be audited", async () => {
  const plan = readFileSync(at("examples/01-first-audit/mymodel.audit.yaml"), "utf8");
  const shown = plan.replace("../../docs/plan.schema.json", "docs/plan.schema.json");
  expect(readFileSync(at("README.md"), "utf8")).toContain(shown.trim());
  const { report } = await audit(at("examples/01-first-audit/mymodel.audit.yaml"), { now: "2026-11-24T09:00:00Z" });
  expect(report.ledger.analysed).toBe(3000);
  expect(report.contrasts.filter((c) => c.inFamily).length).toBe(4);
});

test("the plan for the Obermeyer release audits a file of that release's columns", async () => {
  const folder = emptyFolder();
  let state = 5;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const rows = Array.from({ length: 4000 }, () => {
    const black = random() < 0.15 ? 1 : 0;
    const health = random() ** 3;
    const conditions = Math.floor(8 * health + random() + 0.6 * black);
    const cost = Math.round((1000 + 40_000 * health) * (0.6 + 0.8 * random()));
    const tested = random() < 0.4;
    return [
      (50 * health + random()).toFixed(3),
      health > 0.95 ? 1 : 0,
      cost,
      conditions,
      Math.max(0, conditions - (random() < 0.3 ? 1 : 0)),
      (125 + 10 * random() + 3 * black).toFixed(1),
      tested ? (5.5 + random() + 0.3 * black).toFixed(1) : "",
      black === 1 ? "black" : "white",
    ].join(",");
  });
  const columns = "risk_score_t,program_enrolled_t,cost_t,gagne_sum_t,gagne_sum_tm1,bps_mean_t,ghba1c_mean_t,race";
  writeFileSync(join(folder, "data_new.csv"), `${[columns, ...rows].join("\n")}\n`);
  const plan = readFileSync(at("examples/02-label-choice/obermeyer.audit.yaml"), "utf8");
  writeFileSync(join(folder, "obermeyer.audit.yaml"), plan);
  const { report } = await audit(join(folder, "obermeyer.audit.yaml"), { now: "2026-11-24T09:00:00Z" });
  const found = report.findings.filter(({ subgroup }) => subgroup === "race=black");
  expect(found.map(({ id, verdict }) => [id, verdict])).toEqual([
    ["label-choice:race=black:conditions", "label_choice_bias_supported"],
    ["label-choice:race=black:systolic", "label_choice_bias_supported"],
    ["label-choice:race=black:hba1c", expect.stringMatching(/label_choice_bias_supported|inconclusive_need_gap/)],
    ["proxy-association:race=black", "described"],
  ]);
}, 180_000);

test.each(["onnx", "command"])(
  "a model run by its file gives the vendor's predictions: %s",
  async (kind) => {
    const { report } = await audit(at(`examples/03-run-a-model/${kind}.audit.yaml`), { now: "2026-11-24T09:00:00Z" });
    expect(report.findings.find((f) => f.kind === "model-run")?.verdict).toBe("reference_reproduced");
    expect(report.findings.find((f) => f.kind === "model-probe")?.verdict).toBe("described");
  },
  180_000,
);

test("the guide to running a model shows plans and a table that can be used", () => {
  const guide = readFileSync(at("docs/guide/run-a-model.md"), "utf8");
  const plan = readFileSync(at("examples/03-run-a-model/onnx.audit.yaml"), "utf8");
  const [before, rest] = plan.split("\nscore:");
  const after = rest!.slice(rest!.indexOf("\noutcome:")).replace(/\nprobe:[\s\S]*(?=\nprimary:)/, "");
  const shown = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml!);
  expect(shown).toHaveLength(3);
  for (const yaml of shown) expect(() => parsePlan(`${before}\n${yaml.trimEnd()}${after}`)).not.toThrow();
});
