import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { md5FirstByte } from "../src/md5.ts";
import { patientBlock, patientsOf } from "../src/patient-block.ts";
import { tableOf } from "./support/tables.ts";

it("the block is the first byte of the MD5 that every engine has, modulo 64", () => {
  const reference = (text: string) => createHash("md5").update(text, "utf8").digest()[0];
  const texts = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.nat().map(String),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(md5FirstByte(text)).toBe(reference(text));
    }),
    { numRuns: 500 },
  );
  for (const length of [0, 1, 54, 55, 56, 63, 64, 65])
    expect(md5FirstByte("a".repeat(length))).toBe(reference("a".repeat(length)));
  expect(patientBlock("17")).toBe(Number.parseInt(createHash("md5").update("17").digest("hex").slice(0, 2), 16) % 64);
});

it("a number and its text are one patient's", () => {
  const rows = Uint32Array.of(0, 1, 2);
  const { columns } = tableOf({ number: [17, 18, 17], text: ["17", "18", "17"] });
  const number = patientsOf(columns.get("number")!, rows);
  expect(number).toEqual(patientsOf(columns.get("text")!, rows));
  expect([number.distinct, number.repeated]).toEqual([2, true]);
});

it("only the rows asked for are counted", () => {
  const { columns } = tableOf({ id: ["a", "b", "a", "c"] });
  expect(patientsOf(columns.get("id")!, Uint32Array.of(0, 3))).toMatchObject({ distinct: 2, repeated: false });
});
