import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";
import { patients, writeCohort, writePlan } from "./cohort.ts";

const MAIN = fileURLToPath(new URL("../../packages/auscult/dist/cli/main.js", import.meta.url));
const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

function commands(): string[] {
  const { stdout } = auscult(emptyFolder(), ["--help"]);
  return [...stdout.slice(stdout.indexOf("Commands:")).matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name!);
}

test("every command's help has an example, and no escape codes where it is no terminal", () => {
  const all = commands().filter((name) => name !== "help");
  expect(all.length).toBeGreaterThan(10);
  for (const name of all) {
    const { code, stdout } = auscult(emptyFolder(), [name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples?:\n {2}/);
    expect(stdout).not.toContain("\u001B");
  }
}, 120_000);

describe("completion", () => {
  test.skipIf(!has("bash"))("bash completes commands, options and files", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "completion.sh"), auscult(folder, ["completion", "bash"]).stdout);
    writeFileSync(join(folder, "my.audit.yaml"), "");
    const complete = (...words: string[]): string[] => {
      const script = `source ./completion.sh; COMP_WORDS=(auscult ${words.map((w) => `"${w}"`).join(" ")}); COMP_CWORD=${words.length}; _auscult; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" }).stdout.trim().split("\n");
    };
    expect(complete("au")).toEqual(["audit"]);
    expect(complete("")).toEqual(expect.arrayContaining(commands().filter((c) => c !== "help")));
    expect(complete("audit", "--str")).toEqual(["--strict"]);
    expect(complete("audit", "my")).toEqual(["my.audit.yaml"]);
  });

  test.skipIf(!has("zsh"))("zsh reads its script", () => {
    const { stdout } = auscult(emptyFolder(), ["completion", "zsh"]);
    expect(spawnSync("zsh", ["-n"], { input: stdout, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  test("zsh and fish name every command and option", () => {
    for (const shell of ["zsh", "fish"]) {
      const { stdout } = auscult(emptyFolder(), ["completion", shell]);
      for (const name of commands().filter((c) => c !== "help")) expect(stdout).toContain(name);
      expect(stdout).toMatch(shell === "fish" ? /-l strict/ : /--strict\[/);
    }
  });

  test("another shell is refused", () => {
    expect(auscult(emptyFolder(), ["completion", "csh"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Name one of bash, zsh, fish.") as unknown,
    });
  });
});

describe("Ctrl-C", () => {
  let audited: string;
  beforeAll(() => {
    audited = mkdtempSync(join(tmpdir(), "auscult-manners-"));
    writeCohort(audited, patients());
    writePlan(audited, { "margins:": "policy: { bootstrap: { replicates: 200 } }\nmargins:" });
    const { code, stderr } = auscult(audited, ["audit", "plan.audit.yaml", "-o", "report"]);
    if (code !== 0) throw new Error(stderr);
    return () => rmSync(audited, { recursive: true, force: true });
  }, 240_000);

  /** Runs a command and interrupts it when `when` says so; resolves to how it ended. */
  async function interrupted(
    folder: string,
    args: readonly string[],
    when: (name: string) => boolean,
  ): Promise<{ readonly code: number | null; readonly signal: string | null }> {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: "ignore" });
    const watcher = watch(folder, (_, name) => {
      if (name !== null && when(name)) child.kill("SIGINT");
    });
    const ended = await new Promise<{ code: number | null; signal: string | null }>((resolve) => {
      child.on("exit", (code, signal) => resolve({ code, signal }));
    });
    watcher.close();
    return ended;
  }

  test("while the folder is written: the previous output stands whole, nothing is left beside it", async () => {
    const folder = emptyFolder();
    cpSync(join(audited, "report"), join(folder, "report"), { recursive: true });
    cpSync(join(audited, "report"), join(folder, "out"), { recursive: true });
    const before = readFileSync(join(folder, "out", "manifest.json"), "utf8");
    const args = [
      "render",
      "report/report.json",
      "--format",
      "html,json,csv,markdown",
      "--language",
      "all",
      "-o",
      "out",
    ];
    const { signal } = await interrupted(folder, args, (name) => name.includes(".part-"));
    expect(signal).toBe("SIGINT");
    expect(readdirSync(folder).sort()).toEqual(["out", "report"]);
    expect(readFileSync(join(folder, "out", "manifest.json"), "utf8")).toBe(before);
  }, 120_000);

  test("before anything is written: it ends at once and leaves nothing", async () => {
    const folder = emptyFolder();
    writeCohort(folder, patients());
    writePlan(folder);
    const child = spawn(process.execPath, [MAIN, "audit", "plan.audit.yaml", "-o", "out"], {
      cwd: folder,
      stdio: "ignore",
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill("SIGINT");
    await new Promise((resolve) => child.on("exit", resolve));
    expect(child.signalCode).toBe("SIGINT");
    expect(readdirSync(folder).sort()).toEqual(["cohort.csv", "plan.audit.yaml"]);
    expect(existsSync(join(folder, "out"))).toBe(false);
  }, 120_000);
});
