import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A package that is not one of ours: loaded, or why it is not. */
export type Peer<T> =
  | { readonly module: T; readonly version: string }
  | { readonly module: undefined; readonly why: "not installed" | "does not load here"; readonly detail: string };

/**
 * Loads an optional package from where Auscult is installed, else from the working folder. Not there, or there and broken
 * (a native addon that was never built), is a value, so that the caller can take the next best and say so.
 */
export async function loadPeer<T>(name: string): Promise<Peer<T>> {
  for (const require of [createRequire(import.meta.url), createRequire(join(process.cwd(), "package.json"))]) {
    let path: string;
    try {
      path = require.resolve(name);
    } catch {
      continue;
    }
    try {
      const loaded = (await import(pathToFileURL(path).href)) as T & { readonly default?: T };
      return { module: loaded.default ?? loaded, version: versionOf(path, name) };
    } catch (error) {
      const detail = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      return { module: undefined, why: "does not load here", detail };
    }
  }
  return { module: undefined, why: "not installed", detail: `${name} is not installed` };
}

/** From the package.json above the file that was loaded. */
function versionOf(path: string, name: string): string {
  const at = path.replaceAll("\\", "/").lastIndexOf(`/node_modules/${name}/`);
  if (at < 0) return "unknown";
  const file = `${path.slice(0, at)}/node_modules/${name}/package.json`;
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}
