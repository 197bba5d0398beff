import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auscult, type Ended, emptyFolder } from "./auscult.ts";
import { patients, writeCohort, writePlan } from "./cohort.ts";

const audited = mkdtempSync(join(tmpdir(), "auscult-trace-"));
beforeAll(() => {
  writeCohort(audited, patients());
  writePlan(audited);
  auscult(audited, ["audit", "plan.audit.yaml", "-o", "report", "-q"]);
}, 60_000);
afterAll(() => rmSync(audited, { recursive: true, force: true }));

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
  cpSync(audited, folder, { recursive: true });
});
const run = (...args: string[]): Ended => auscult(folder, args);
const inReport = (name: string): string => join(folder, "report", name);
const signed = (): void => {
  expect(run("keygen", "-o", "signer").code).toBe(0);
  expect(run("sign", "report", "--key", "signer.key").code).toBe(0);
};

describe("verify", () => {
  test("a folder as it was written, signed and logged", () => {
    signed();
    const { code, stdout } = run("verify", "report", "--public-key", "signer.pub");
    expect(stdout).toMatch(
      /^ok {2}files: all 2 are as written\nok {2}signature: fits key [0-9a-f]{64}\nok {2}log: 1 entry, /,
    );
    expect(code).toBe(0);
    expect(statSync(join(folder, "signer.key")).mode & 0o077).toBe(0);
  });

  test("names the byte that was changed, and files that are missing or were added", () => {
    const html = readFileSync(inReport("report.html"));
    html[1000] = html[1000]! ^ 1;
    writeFileSync(inReport("report.html"), html);
    rmSync(inReport("report.json"));
    writeFileSync(inReport("note.txt"), "added");
    const { code, stdout } = run("verify", "report");
    expect(code).toBe(1);
    expect(stdout).toMatch(/NOT files: report\.html: changed in one byte, number 1001: 0x.. became 0x..\n/);
    expect(stdout).toContain("NOT files: report.json: missing\n");
    expect(stdout).toContain("NOT files: note.txt: not in the manifest; it was put there afterwards\n");
    expect(run("sign", "report", "--key", "none.key").code).toBe(2);
  });

  test("a manifest changed after it was signed, another's key, no signature where one is asked for", () => {
    signed();
    run("keygen", "-o", "other");
    expect(run("verify", "report", "--public-key", "other.pub").stdout).toMatch(
      /NOT signature: .*another key signed it/,
    );
    const manifest = readFileSync(inReport("manifest.json"), "utf8");
    writeFileSync(inReport("manifest.json"), manifest.replace('"title": "', '"title": "x'));
    const changed = run("verify", "report");
    expect(changed.code).toBe(1);
    expect(changed.stdout).toMatch(/NOT signature: .*the manifest was changed after it was signed/);
    expect(changed.stdout).toMatch(/NOT log: .*none of them is of this report/);
    rmSync(inReport("manifest.sig.json"));
    expect(run("verify", "report", "--public-key", "signer.pub").code).toBe(1);
  });

  test("a log that was changed is told, with its line", () => {
    const log = join(folder, "audit-log.ndjson");
    run("audit", "plan.audit.yaml", "-o", "again", "-q");
    writeFileSync(log, readFileSync(log, "utf8").replace('"clock":"machine"', '"clock":"declared"'));
    const { code, stdout } = run("verify", "again");
    expect(code).toBe(1);
    expect(stdout).toMatch(/NOT log: .*audit-log\.ndjson, line 2: .*does not follow/);
  });

  test("what is no report ends with 2 and says what to name", () => {
    expect(run("verify", ".")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Name the folder") as unknown,
    });
  });
});

describe("keys", () => {
  test("are never replaced, and a wrong file is refused", () => {
    signed();
    expect(run("keygen", "-o", "signer")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("it is not replaced") as unknown,
    });
    expect(run("sign", "report", "--key", "signer.pub").stderr).toContain("this is not the private half");
  });
});

test("the log says which dates were declared and not read from the clock", () => {
  auscult(folder, ["audit", "plan.audit.yaml", "-o", "dated", "-q"], { SOURCE_DATE_EPOCH: "1767225600" });
  expect(run("verify", "dated").stdout).toContain("dated 2026-01-01T00:00:00.000Z by declaration");
});
