import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type AuditReport, FORMATS, LANGUAGES, render } from "@auscult/report";
import { type Audit, publicReport } from "auscult";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attack, smallCounts } from "./attack.ts";
import { smallCells } from "./small-cells.ts";

const folder = mkdtempSync(join(tmpdir(), "auscult-disclosure-"));
let audited: Audit;
beforeAll(async () => {
  audited = await smallCells(folder, "denmark");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the attack", () => {
  test("finds every small count of the whole report: it is an attack", () => {
    const targets = smallCounts(audited.report, 5);
    expect(targets.length).toBeGreaterThan(20);
    const found = attack(audited.report, targets);
    for (const { name, value } of targets) {
      expect(found.get(name)!.low).toBeCloseTo(value, 4);
      expect(found.get(name)!.high).toBeCloseTo(value, 4);
    }
  });

  test.each([
    ["denmark", 5],
    ["cms", 11],
    ["custom", 3],
  ] as const)("finds none in the public one: %s", (profile, minimum) => {
    const plan = { ...audited.plan, disclosure: { profile, minimum, dominance: 0.1 } };
    const report = publicReport({ ...audited, plan });
    const targets = smallCounts(audited.report, minimum);
    const found = attack(report, targets);
    const recovered = targets.filter(({ name }) => found.get(name)!.high - found.get(name)!.low < minimum - 1e-6);
    expect(recovered.map(({ name, value }) => [name, value, found.get(name)])).toEqual([]);
  });
});

/** Texts that only the whole report has: values and limits, with all their digits and as they are printed. */
function secretsOf(whole: AuditReport, published: AuditReport): string[] {
  const told = JSON.stringify(published);
  const numbers = [
    ...whole.estimates.flatMap((e) => [e.value, e.standardError, e.interval?.low, e.interval?.high]),
    ...whole.contrasts.flatMap((c) => [c.value, c.interval?.low, c.interval?.high]),
    ...whole.curves.flatMap((c) => Object.values(c.columns).flat()),
    ...whole.findings.flatMap((f) => f.tables.flatMap((t) => t.rows.flat())),
  ];
  const texts = numbers.filter((v) => typeof v === "number").map((v) => String(Math.abs(v)));
  return [...new Set(texts)].filter((text) => text.length >= 12 && !told.includes(text));
}

describe("every output", () => {
  let published: AuditReport;
  const out = join(folder, "out");
  const texts = new Map<string, string>();
  beforeAll(async () => {
    published = publicReport(audited);
    for (const format of FORMATS)
      for (const language of format === "html" ? LANGUAGES : ["en"])
        for (const { name, content } of (await render(published, format, { language })).files) {
          mkdirSync(dirname(join(out, name)), { recursive: true });
          writeFileSync(join(out, name), content);
        }
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      const file = join(entry.parentPath, entry.name);
      if (file.endsWith(".pdf")) {
        if (!existsSync("/usr/bin/pdftotext")) continue;
        texts.set(
          file,
          execFileSync("pdftotext", ["-layout", file, "-"], {
            encoding: "utf8",
            maxBuffer: 1e8,
            stdio: ["ignore", "pipe", "ignore"],
          }),
        );
        execFileSync("pdfdetach", ["-save", "1", "-o", `${file}.attached`, file], { stdio: "ignore" });
        texts.set(`${file}.attached`, readFileSync(`${file}.attached`, "utf8"));
      } else if (!/\.(png|docx)$/.test(file)) texts.set(file, readFileSync(file, "utf8"));
    }
  }, 240_000);

  test("holds no number that only the whole report has", () => {
    const secrets = secretsOf(audited.report, published);
    expect(secrets.length).toBeGreaterThan(1000);
    const secret = new Set(secrets);
    const leaks = [...texts].flatMap(([file, text]) =>
      (text.match(/\d+\.\d+(e-?\d+)?/g) ?? [])
        .filter((token) => secret.has(token))
        .map((token) => `${token} in ${file}`),
    );
    expect(leaks).toEqual([]);
  });

  test("tells of each subgroup the same counts, or that they are withheld, in every format", () => {
    const told = (text: string): string[] => text.match(/\d[\d.,]*/g) ?? [];
    const csv = texts.get(join(out, "tables", "results", "subgroups.csv"))!.split("\r\n");
    for (const s of published.subgroups.filter(({ id }) => !id.startsWith("not("))) {
      const row = csv
        .find((line) => line.startsWith(`${s.id},`))!
        .split(",")
        .slice(1);
      expect(row.slice(0, 3)).toEqual([s.rows, s.n, s.events].map(String));
    }
    // A level of which everything is withheld has no number beside its name in any table for people.
    for (const [file, text] of texts) {
      if (!/report(\.da)?\.(md|html)$/.test(file)) continue;
      const rows =
        text.match(file.endsWith(".md") ? /^\| unknown \|.*$/gm : /<th scope="row">unknown<\/th>.*?<\/tr>/g) ?? [];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(told(row.replaceAll(/<[^>]+>|±0[.,]050/g, " "))).toEqual([]);
    }
    expect([...texts.values()].some((text) => text.includes("withheld"))).toBe(true);
  });

  test("says which rule was followed, and nothing in it is zero because it is withheld", () => {
    expect(published.disclosure).toMatchObject({ profile: "denmark", minimum: 5 });
    for (const [i, s] of published.subgroups.entries()) {
      const whole = audited.report.subgroups[i]!;
      for (const key of ["rows", "n", "events"] as const)
        expect(s[key] === "SUPPRESSED" || s[key] === whole[key]).toBe(true);
    }
    expect(published.estimates.filter((e) => e.reason === "SUPPRESSED" && e.value !== null)).toEqual([]);
  });
});

test("NHS: every count is a multiple of five and every rate is of such counts", () => {
  const plan = { ...audited.plan, disclosure: { profile: "nhs" as const, dominance: 0.1 } };
  const report = publicReport({ ...audited, plan });
  const counts = report.subgroups.flatMap((s) => [s.rows, s.n, s.events, s.missingScore, s.missingOutcome]);
  expect(counts.filter((n) => n !== "SUPPRESSED" && n % 5 !== 0)).toEqual([]);
  for (const e of report.estimates.filter((x) => x.metric === "sensitivity" && x.value !== null))
    expect(Number(e.value) * Number(e.events)).toBeCloseTo(Math.round((Number(e.value) * Number(e.events)) / 5) * 5, 6);
  expect(report.estimates.filter((e) => e.standardError !== null)).toEqual([]);
  expect(report.curves.filter((c) => c.status === "drawn")).toEqual([]);
});

test("curves of the public report have no step that is a few persons", () => {
  const plan = { ...audited.plan, disclosure: { profile: "custom" as const, minimum: 3, dominance: 0.1 } };
  const report = publicReport({ ...audited, plan });
  const drawn = report.curves.filter((c) => c.status === "drawn");
  expect(drawn.length).toBeGreaterThan(5);
  for (const c of drawn.filter(({ curve }) => curve === "roc")) {
    const s = report.subgroups.find(({ id }) => id === c.subgroup)!;
    const steps = (column: string, all: number): number[] =>
      c.columns[column]!.map((v, i, list) => Math.round((Number(v) - Number(list[i - 1] ?? 0)) * all));
    for (const step of [
      ...steps("sensitivity", Number(s.events)),
      ...steps("falsePositiveRate", Number(s.n) - Number(s.events)),
    ])
      expect(step === 0 || step >= 3).toBe(true);
  }
});
