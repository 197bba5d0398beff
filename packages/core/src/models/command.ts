import { spawn, spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { openInput } from "../input.ts";
import { type ModelFile, type ModelKind, modelProblem, type ModelRows, nameOf, type ScoreModel } from "../model.ts";
import { converted } from "../model-rows.ts";
import { parseNumber } from "../parse-number.ts";
import { placeOf, slow } from "../score-rows.ts";

/** Bytes of output that one score may take, and of complaint that is kept. */
const BYTES_A_SCORE = 64;
const COMPLAINT = 2000;

/**
 * Any program that reads rows and writes scores: one row a line on its input (NDJSON, or CSV with a header), one number a
 * line on its output. No shell. It sees PATH, LANG and TZ of the environment and nothing else; it is stopped at the timeout
 * and at an output that no list of scores could be. Where the machine allows it, it runs without a network.
 */
export const command: ModelKind = {
  kind: "command",
  takes: "command",
  async open({ spec, base }) {
    const argv = spec.command!;
    const isolated = canCutNetwork();
    const files: ModelFile[] = [];
    for (const argument of argv) {
      const input = await openInput({ name: argument, path: resolve(base, argument) }).catch(() => undefined);
      if (input !== undefined) files.push({ file: input.name, sha256: input.sha256, bytes: input.bytes });
    }
    return {
      files,
      runtime: [
        { name: "command", version: argv.join(" ") },
        {
          name: "network of the command",
          version: isolated ? "cut off" : "not cut off: this machine does not allow it",
        },
      ],
      wholePass: true,
      score: (rows) => (rows.rows === 0 ? Promise.resolve(new Float64Array()) : run(spec, base, rows, isolated)),
      close: async () => undefined,
    };
  },
};

/** Linux lets a program start in a network of its own that has no connections. */
function canCutNetwork(): boolean {
  return process.platform === "linux" && spawnSync("unshare", ["-rn", "true"], { stdio: "ignore" }).status === 0;
}

function run(spec: ScoreModel, base: string, rows: ModelRows, isolated: boolean): Promise<Float64Array> {
  const [program, ...rest] = isolated ? ["unshare", "-rn", "--", ...spec.command!] : spec.command!;
  return new Promise((done, fail) => {
    const environment = Object.fromEntries(
      ["PATH", "SYSTEMROOT"].flatMap((key) => (process.env[key] === undefined ? [] : [[key, process.env[key]]])),
    );
    const child = spawn(program!, rest, {
      cwd: base,
      env: { ...environment, LANG: "C.UTF-8", TZ: "UTC" },
      stdio: ["pipe", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    const stop = (): void => {
      try {
        if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
        else child.kill("SIGKILL");
      } catch {
        // It has ended by itself.
      }
    };
    let fault: Error | undefined;
    const abort = (error: Error): void => {
      fault ??= error;
      stop();
    };
    const timer = setTimeout(() => abort(slow(spec, 0, rows.rows)), spec.timeoutSeconds * 1000);
    const pieces: Buffer[] = [];
    let bytes = 0;
    let complaint = "";
    child.stdout.on("data", (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > rows.rows * BYTES_A_SCORE + 1024) abort(tooMuch(spec));
      else pieces.push(piece);
    });
    child.stderr.on("data", (piece: Buffer) => {
      complaint = (complaint + piece.toString()).slice(-COMPLAINT);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      fail(error.code === "ENOENT" ? noProgram(spec) : failed(spec, error.message));
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (fault !== undefined) return fail(fault);
      // Through unshare a missing program is exit code 127.
      if (code === 127 && isolated) return fail(noProgram(spec));
      if (code !== 0)
        return fail(failed(spec, lastLine(complaint), code === null ? `signal ${signal}` : `exit code ${code}`));
      try {
        done(parse(spec, Buffer.concat(pieces).toString(), rows.rows));
      } catch (error) {
        fail(error instanceof Error ? error : new Error(String(error)));
      }
    });
    // A program that stops reading early closes its input: its exit code and its output tell the rest.
    child.stdin.on("error", () => undefined);
    void write(child.stdin, spec, rows);
  });
}

async function write(stdin: NodeJS.WritableStream, spec: ScoreModel, { rows, inputs }: ModelRows): Promise<void> {
  const names = spec.inputs.map(nameOf);
  const amounts = inputs.map((input, i) =>
    input.kind === "numeric" ? converted(spec.inputs[i]!, input.values) : undefined,
  );
  const cell = (i: number, row: number): number | string | null => {
    const input = inputs[i]!;
    if (input.kind === "categorical") return input.levels[input.codes[row]!] ?? null;
    const value = amounts[i]![row]!;
    return Number.isNaN(value) ? null : value;
  };
  const ndjson = spec.rowsAs === "ndjson";
  let text = ndjson ? "" : `${names.map(quoted).join(",")}\n`;
  for (let row = 0; row < rows; row++) {
    const cells = names.map((_, i) => cell(i, row));
    text += ndjson
      ? `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, cells[i]])))}\n`
      : `${cells.map((c) => (c === null ? "" : quoted(String(c)))).join(",")}\n`;
    if (text.length < 65_536) continue;
    const room = stdin.write(text);
    text = "";
    if (!room)
      await new Promise<void>((next) => {
        stdin.once("drain", next);
        stdin.once("close", next);
        stdin.once("error", () => next());
      });
  }
  stdin.end(text);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function parse(spec: ScoreModel, output: string, rows: number): Float64Array {
  const lines = output.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  if (lines.length !== rows)
    throw modelProblem(
      "MODEL_OUTPUT",
      placeOf(spec),
      `the command gave ${lines.length} lines for ${rows} rows`,
      "It must write one score a line for each row it reads, in their order, and nothing else.",
    );
  return Float64Array.from(lines, (line, i) => {
    const value = parseNumber(line.trim(), ".");
    if (value !== undefined) return value;
    throw modelProblem(
      "MODEL_OUTPUT",
      placeOf(spec),
      `line ${i + 1} of the command's output is not a number`,
      "It must write one score a line, with a decimal point.",
      line,
    );
  });
}

function noProgram(spec: ScoreModel): Error {
  return modelProblem(
    "MODEL_FAILED",
    placeOf(spec),
    "there is no such program",
    "Name a program on the PATH, or one in the plan's folder as ./name, that may be executed.",
    spec.command![0],
  );
}

function failed(spec: ScoreModel, complaint: string, how?: string): Error {
  const what = how === undefined ? "the command could not be run" : `the command ended with ${how}`;
  return modelProblem(
    "MODEL_FAILED",
    placeOf(spec),
    what,
    "Run it by hand on a few rows.",
    complaint === "" ? undefined : complaint,
  );
}

function tooMuch(spec: ScoreModel): Error {
  return modelProblem(
    "MODEL_OUTPUT",
    placeOf(spec),
    "the command wrote far more than one score a row",
    "It must write one score a line and nothing else.",
  );
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}
