import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModelFile } from "./model.ts";
import type { TableSource } from "./table.ts";

/** What went in and what computed it. Nothing in it comes from the clock or the host unless passed in. */
export interface Provenance {
  /** The plan (where it was a file) and every source, each identified by the SHA-256 of its bytes. */
  readonly files: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly bytes?: number;
    readonly rows?: number;
    readonly format?: string;
  }[];
  readonly versions: readonly { readonly name: string; readonly version: string }[];
}

/** Packages whose version can change a result. */
const PACKAGES = ["@duckdb/node-api", "apache-arrow", "fzstd", "yaml", "zod"] as const;

/** `host` adds what the caller knows of where it runs, e.g. the operating system; it is not looked up here. `models` are the files of the model that was run. */
export function provenanceOf(
  sources: readonly TableSource[],
  plan: { readonly file: string; readonly sha256: string } | undefined,
  host: Provenance["versions"] = [],
  models: readonly ModelFile[] = [],
): Provenance {
  const inputs = sources.map(({ file, sha256, bytes, rows, format }) => ({
    file,
    sha256,
    ...(bytes === undefined ? {} : { bytes }),
    rows,
    format,
  }));
  const planFile = plan === undefined ? [] : [{ file: plan.file, sha256: plan.sha256, format: "plan" }];
  const modelFiles = models.map((file) => ({ ...file, format: "model" }));
  return { files: [...planFile, ...inputs, ...modelFiles], versions: [...ownVersions(), ...host] };
}

/** Versions of Auscult, Node and the packages that read and count; a package that is not installed is left out. */
function ownVersions(): Provenance["versions"] {
  const own = versionIn(fileURLToPath(new URL("../package.json", import.meta.url)));
  const require = createRequire(import.meta.url);
  const packages = PACKAGES.flatMap((name) => {
    const files = require.resolve.paths(name)?.map((path) => join(path, name, "package.json")) ?? [];
    const version = files.map(versionIn).find((found) => found !== undefined);
    return version === undefined ? [] : [{ name, version }];
  });
  return [
    ...(own === undefined ? [] : [{ name: "auscult", version: own }]),
    { name: "node", version: process.versions.node },
    ...packages,
  ];
}

function versionIn(file: string): string | undefined {
  try {
    const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version?: string };
    return version;
  } catch {
    return undefined;
  }
}
