// What `npm test` runs, in order; the first failure ends it.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bin = join(root, "node_modules", ".bin");
const steps = [
  ["lint", join(bin, "oxlint"), ["--type-aware", "--deny-warnings"]],
  ["format", join(bin, "biome"), ["format", "."]],
  ["one-way dependencies", process.execPath, [join(root, "scripts", "one-way.mjs")]],
  ["dead exports", join(bin, "knip"), ["--no-progress"]],
  ["tests", join(bin, "vitest"), ["run"]],
];
for (const [name, command, args] of steps) {
  console.log(`\n▸ ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) {
    console.error(`✗ ${name} failed`);
    process.exit(status ?? 1);
  }
}
