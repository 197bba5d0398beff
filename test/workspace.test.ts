import { AuditError } from "@auscult/core";
import { expect, test } from "vitest";

test("a problem is one sentence: place, what, value seen, remedy", () => {
  const error = new AuditError([
    {
      code: "COLUMN_MISSING",
      where: { file: "cohort.csv", column: "sexx" },
      what: "no such column",
      remedy: 'Did you mean "sex"?',
    },
  ]);
  expect(error.message).toBe('cohort.csv, column "sexx": no such column. Did you mean "sex"?');
});
