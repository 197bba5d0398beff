// pnpm goldens --pack DIR [--out actual.json] [--only method,method]
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { goldenMethods } from "./adapters.ts";
import { runPack, write } from "./pack.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((a) => a !== "--"),
  options: { pack: { type: "string" }, out: { type: "string" }, only: { type: "string" } },
});
const folder = resolve(values.pack ?? join(dirname(fileURLToPath(import.meta.url)), "pack"));
if (!existsSync(join(folder, "index.json"))) {
  console.error(`${folder} holds no index.json. Name a golden pack's folder with --pack.`);
  process.exit(2);
}
const only = values.only?.split(",");
const scores = runPack(folder, goldenMethods).filter((s) => only === undefined || only.includes(s.method));

const perMethod = new Map<string, { passed: number; failed: number; missing: number; faults: string[] }>();
for (const { method, passed, faults, actual } of scores) {
  const row = perMethod.get(method) ?? { passed: 0, failed: 0, missing: 0, faults: [] };
  if (actual === undefined) row.missing += 1;
  else if (faults.length > 0) row.failed += 1;
  else row.passed += 1;
  row.faults.push(...faults);
  if (passed >= 0) perMethod.set(method, row);
}
for (const [method, { passed, failed, missing, faults }] of perMethod) {
  console.log(`${method.padEnd(28)} ${passed} passed, ${failed} failed, ${missing} missing`);
  for (const fault of faults.slice(0, 5)) console.log(`    ${fault}`);
}
if (values.out !== undefined) {
  const actual = Object.fromEntries(scores.filter((s) => s.actual !== undefined).map((s) => [s.id, s.actual ?? {}]));
  writeFileSync(`${values.out}.part`, `${write(actual as never)}\n`);
  renameSync(`${values.out}.part`, values.out);
}
const sum = (pick: "passed" | "failed" | "missing"): number =>
  [...perMethod.values()].reduce((n, row) => n + row[pick], 0);
console.log(`\ngoldens: ${sum("passed")} passed, ${sum("failed")} failed, ${sum("missing")} missing`);
process.exit(sum("failed") > 0 ? 1 : 0);
