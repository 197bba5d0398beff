import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openModel } from "@auscult/core";
import { describe, expect, test } from "vitest";
import { folderWith, problemOf, scored, specOf } from "./open.ts";

const here = join(dirname(fileURLToPath(import.meta.url)), "ebm");
const file = readFileSync(join(here, "model.json"), "utf8");
const { rows } = JSON.parse(readFileSync(join(here, "predictions.json"), "utf8")) as {
  readonly rows: readonly {
    readonly age: number | null;
    readonly urea: number;
    readonly sex: string;
    readonly p: number;
  }[];
};
const inputs = [
  { column: "age", kind: "numeric", missing: "to-model" },
  { column: "urea", kind: "numeric" },
  { column: "sex", kind: "categorical" },
];
const model = { kind: "ebm", file: "model.json", inputs };

describe("an EBM exported by interpret", () => {
  test("gives what interpret gives: at edges, beyond the data, where missing, for a level never seen", async () => {
    const given = await scored(folderWith({ "model.json": file }), model, rows);
    expect(rows.length).toBe(45);
    given.forEach((p, i) => expect(p).toBeCloseTo(rows[i]!.p, 12));
  });

  test("its terms of one feature are shapes with their errors", async () => {
    const open = await openModel(specOf(model), folderWith({ "model.json": file }));
    const age = open.terms!.find(({ input }) => input === "age")!;
    expect(age.scale).toBe("log-odds");
    expect(age.shape).toMatchObject({ kind: "steps" });
    if (age.shape.kind !== "steps") throw new Error("steps");
    expect(age.shape.scores).toHaveLength(age.shape.cuts.length + 1);
    expect(age.shape.standardErrors).toHaveLength(age.shape.scores.length);
    expect(open.terms!.map(({ input }) => input)).toEqual(["age", "urea", "sex"]);
  });

  test("cut off, or without a feature that it needs", async () => {
    const cut = await problemOf(() => openModel(specOf(model), folderWith({ "model.json": file.slice(0, 900) })));
    expect(cut.what).toContain("not whole JSON");
    const spec = specOf({ ...model, inputs: inputs.slice(0, 2) });
    const lacking = await problemOf(() => openModel(spec, folderWith({ "model.json": file })));
    expect(lacking).toMatchObject({ code: "MODEL_INPUT", seen: "sex" });
  });
});
