// Copies docs/metrics and docs/analyses into packages/auscult/docs, from where `auscult explain` reads them when installed.
import { cpSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const to = join(root, "packages", "auscult", "docs");
rmSync(to, { recursive: true, force: true });
for (const folder of ["metrics", "analyses"]) cpSync(join(root, "docs", folder), join(to, folder), { recursive: true });
