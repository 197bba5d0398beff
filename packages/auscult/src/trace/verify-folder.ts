import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Manifest } from "./manifest.ts";
import { type ChangedByte, changedByte, sha256 } from "./digest.ts";

/** How a folder differs from its manifest. */
export type Difference =
  | { readonly kind: "missing"; readonly name: string }
  | { readonly kind: "added"; readonly name: string }
  | {
      readonly kind: "changed";
      readonly name: string;
      readonly bytes: number;
      readonly was: number;
      readonly byte?: ChangedByte;
    };

/** Every file that is missing, changed or added, in the manifest's order; `ignored` names may stand beside it. */
export async function differences(
  folder: string,
  { outputs }: Manifest,
  ignored: readonly string[],
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const output of outputs) {
    const content = await readFile(join(folder, ...output.name.split("/"))).catch(() => undefined);
    if (content === undefined) found.push({ kind: "missing", name: output.name });
    else if (sha256(content) !== output.sha256) {
      const byte = changedByte(content, output);
      found.push({
        kind: "changed",
        name: output.name,
        bytes: content.length,
        was: output.bytes,
        ...(byte === undefined ? {} : { byte }),
      });
    }
  }
  const known = new Set([...outputs.map(({ name }) => name), ...ignored]);
  for (const name of await filesIn(folder)) if (!known.has(name)) found.push({ kind: "added", name });
  return found;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

export function describeDifference(difference: Difference): string {
  const { name } = difference;
  if (difference.kind === "missing") return `${name}: missing`;
  if (difference.kind === "added") return `${name}: not in the manifest; it was put there afterwards`;
  const { byte, bytes, was } = difference;
  if (byte !== undefined) {
    const shown = (value: number): string => `0x${value.toString(16).padStart(2, "0")}`;
    return `${name}: changed in one byte, number ${byte.offset + 1}: ${shown(byte.was)} became ${shown(byte.is)}`;
  }
  return bytes === was
    ? `${name}: changed in more than one byte, of ${bytes}`
    : `${name}: changed; it has ${bytes} bytes and had ${was}`;
}
