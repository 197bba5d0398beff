import { AuditError } from "@auscult/core";
import { expect, test } from "vitest";
import { parseReport } from "../src/index.ts";
import { sampleReport } from "./sample.ts";

const report = sampleReport({ rows: 600 });
const text = JSON.stringify(report);

test("a report comes back as it was written", () => {
  expect(parseReport(text, "report.json")).toEqual(report);
});

test.each([
  ["not JSON", "{", "not JSON"],
  ["cut short", text.slice(0, 4000), "cut short"],
  ["something else", '{"a":1}', "not an Auscult report"],
  ["another version", text.replace('"auscultReport":1', '"auscultReport":99'), "version 99"],
  ["changed by hand", text.replace('"title":"', '"titel":"'), "at title"],
  ["a list", "[]", "not an Auscult report"],
] as const)("%s is refused with what is wrong", (_, broken, what) => {
  let problem: unknown;
  try {
    parseReport(broken, "report.json");
  } catch (error) {
    problem = error;
  }
  expect(problem).toBeInstanceOf(AuditError);
  const [first] = (problem as AuditError).problems;
  expect(first).toMatchObject({ code: "REPORT_UNREADABLE", where: { file: "report.json" } });
  expect(`${first?.what} ${first?.remedy}`).toContain(what);
});
