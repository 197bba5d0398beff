// pnpm coverage-sim [--samples 2000] [--seed 20240205] [--workers 2] [--out docs/coverage.md]
import { fork } from "node:child_process";
import { renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DESIGNS } from "./designs.ts";
import { page } from "./page.ts";
import { type Coverage, join as joinCoverages } from "./study.ts";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  args: process.argv.slice(2).filter((a) => a !== "--"),
  options: {
    samples: { type: "string", default: "2000" },
    seed: { type: "string", default: "20240205" },
    workers: { type: "string", default: "2" },
    out: { type: "string", default: join(here, "..", "..", "docs", "coverage.md") },
  },
});
const [samples, seed, workers] = [values.samples, values.seed, values.workers].map((text) => {
  const number = Number(text);
  if (!(Number.isSafeInteger(number) && number > 0)) throw new RangeError(`${text} is not a whole number above 0`);
  return number;
}) as [number, number, number];

/** Ranges of samples small enough to share out evenly; the result does not depend on how they are shared. */
const STEP = 50;
const tasks = DESIGNS.flatMap((_, design) =>
  Array.from({ length: Math.ceil(samples / STEP) }, (__, i) => ({
    design,
    from: i * STEP,
    to: Math.min((i + 1) * STEP, samples),
    seed,
  })),
);
const parts = new Array<readonly Coverage[]>();
let next = 0;
await Promise.all(
  Array.from(
    { length: workers },
    () =>
      new Promise<void>((done, failed) => {
        const worker = fork(new URL("./worker.ts", import.meta.url), { serialization: "advanced" });
        let at = -1;
        const give = (): void => {
          at = next++;
          if (at < tasks.length) worker.send(tasks[at]!);
          else worker.disconnect();
        };
        worker.on("message", (part: readonly Coverage[]) => {
          parts[at] = part;
          process.stderr.write(`\r${parts.filter(Boolean).length} of ${tasks.length}`);
          give();
        });
        worker.on("error", failed);
        worker.on("exit", (code) => (code === 0 ? done() : failed(new Error(`a worker ended with code ${code}`))));
        give();
      }),
  ),
);
process.stderr.write("\n");
const text = page(joinCoverages(parts), { samples, seed });
const out = resolve(values.out);
writeFileSync(`${out}.part`, text);
renameSync(`${out}.part`, out);
console.log(out);
