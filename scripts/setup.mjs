// Everything a fresh machine with Node and npm needs: the workspace's packages, and with --build the compiled output.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@10.34.9";
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules", ".auscult-setup");

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Auscult needs Node 20.19 or later; this is ${process.versions.node}. Install a newer Node and run this again.`,
  );
  process.exit(2);
}

function run(command, args, what) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(`${what} failed${error ? `: ${error.message}` : ""}. The lines above say why.`);
    process.exit(status ?? 1);
  }
}

const lock = createHash("sha256")
  .update(readFileSync(join(root, "pnpm-lock.yaml")))
  .digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  run("npx", ["--yes", PNPM, "install", "--frozen-lockfile"], "Installing the packages");
  writeFileSync(stamp, lock);
}
if (process.argv.includes("--build")) {
  run(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-b"], "Building");
  run(process.execPath, [join(root, "scripts", "bundle.mjs")], "Bundling the report's page script");
}
