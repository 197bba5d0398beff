import { FLAGS, curves, distances, metrics, REASONS, VERDICTS } from "@auscult/metrics";
import { explanations } from "@auscult/report";
import { expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";

const explain = (...args: string[]): ReturnType<typeof auscult> => auscult(emptyFolder(), ["explain", ...args]);

test("a metric: its meaning, its source and its page", () => {
  const { code, stdout } = explain("auroc");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^AUROC \(auroc\): metric\n {2}The chance that a patient with the outcome/);
  expect(stdout).toContain("## When it misleads");
});

test("an analysis by its kind, a verdict, a reason and a flag; case and hyphens do not count", () => {
  expect(explain("label-choice").stdout).toContain("# Label choice (`labelChoice`)");
  expect(explain("inconclusive").stdout).toMatch(/verdict/);
  expect(explain("one class").stdout).toBe("ONE_CLASS: reason\n  all had the outcome, or none had\n");
  expect(explain("few_events").stdout).toContain("FEW_EVENTS: flag\n  Few events");
});

test("in Danish, and the page said to be English", () => {
  const { stdout } = explain("sensitivity", "--language", "da");
  expect(stdout).toMatch(/^Sensitivitet \(sensitivity\)/);
  expect(stdout).toContain("(The page below is in English.)");
});

test("an unknown id is told with the nearest", () => {
  expect(explain("sensitivty")).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining('Did you mean "sensitivity"?') as unknown,
  });
  expect(explain("auroc", "--language", "fr").stderr).toContain("There are en, da.");
});

test("every metric, curve, distance, verdict, reason and flag is explained", () => {
  const { stdout } = explain();
  const ids = new Set(explanations("da").map(({ id }) => id));
  for (const id of [...metrics, ...curves, ...distances].map((m) => m.id)) expect(ids).toContain(id);
  for (const id of [...VERDICTS, ...REASONS, ...FLAGS]) expect(ids).toContain(id);
  for (const kind of ["metric", "curve", "distance", "finding kind", "problem", "term"])
    expect(stdout).toMatch(new RegExp(`^${kind}: `, "m"));
});
