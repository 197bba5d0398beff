import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appendRun, type LoggedRun, parseLog, readLog } from "../src/trace/audit-log.ts";

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "auscult-log-"));
  log = join(folder, "audit-log.ndjson");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (title: string): LoggedRun => ({
  created: "2026-01-01T00:00:00.000Z",
  clock: "declared",
  auscult: "0.1.0",
  title,
  plan: "a".repeat(64),
  inputs: ["b".repeat(64)],
  output: "report",
  manifest: "c".repeat(64),
});
const at = (iso: string) => () => new Date(iso);
const three = async (): Promise<string[]> => {
  for (const [i, day] of ["01", "02", "03"].entries())
    await appendRun(log, run(`run ${i + 1}`), at(`2026-11-${day}T10:00:00Z`));
  return readFileSync(log, "utf8").trimEnd().split("\n");
};
const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

test("each entry follows from the one before", async () => {
  await three();
  expect((await readLog(log)).map(({ entry, title }) => [entry, title])).toEqual([
    [1, "run 1"],
    [2, "run 2"],
    [3, "run 3"],
  ]);
  expect(readdirSync(folder)).toEqual(["audit-log.ndjson"]);
});

test("a line that was changed, cut out, put in or swapped is found at its place", async () => {
  const [one = "", two = "", last = ""] = await three();
  const cases: [string, string[], RegExp][] = [
    ["changed", [one.replace("run 1", "run x"), two, last], /line 2: .* does not follow/],
    ["cut out", [one, last], /line 2: .* does not follow/],
    ["swapped", [two, one, last], /line 1: .* does not follow/],
    ["put in", [one, one, two, last], /line 2: .* does not follow/],
    ["not JSON", [one, "{", last], /line 2: .* is not an entry/],
  ];
  for (const [what, lines, wanted] of cases) expect(() => parseLog(text(lines), what)).toThrow(wanted);
  expect(() => parseLog(text([one, two, last]).slice(0, -5), "log")).toThrow(/cut short/);
});

test("is never back-dated", async () => {
  await three();
  const before = readFileSync(log, "utf8");
  await expect(appendRun(log, run("late"), at("2026-11-02T00:00:00Z"))).rejects.toThrow(/not back-dated/);
  expect(readFileSync(log, "utf8")).toBe(before);
});

test("several writers at once lose no entry", async () => {
  await Promise.all(Array.from({ length: 5 }, (_, i) => appendRun(log, run(`run ${i}`))));
  expect(await readLog(log)).toHaveLength(5);
});

test("a broken log is not written on", async () => {
  const [one = "", , last = ""] = await three();
  writeFileSync(log, text([one, last]));
  await expect(appendRun(log, run("more"))).rejects.toThrow(/does not follow/);
});
