// What `npm test` runs, in order; the first failure ends it.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bin = join(root, "node_modules", ".bin");
const steps = [
  { name: "lint", command: join(bin, "oxlint"), args: ["--type-aware", "--deny-warnings"] },
  { name: "format", command: join(bin, "biome"), args: ["format", "."] },
  { name: "one-way dependencies", command: process.execPath, args: [join(root, "scripts", "one-way.mjs")] },
  { name: "dead exports", command: join(bin, "knip"), args: ["--no-progress"] },
  { name: "tests", command: join(bin, "vitest"), args: ["run"] },
];
for (const { name, command, args } of steps) {
  console.log(`\n▸ ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) {
    console.error(`✗ ${name} failed`);
    process.exit(status ?? 1);
  }
}
