import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeDifference, differences } from "../trace/verify-folder.ts";
import { readPrivateKey } from "../trace/keys.ts";
import { MANIFEST, parseManifest } from "../trace/manifest.ts";
import { fileProblem } from "../trace/problem.ts";
import { readNamed } from "../trace/read-file.ts";
import { SIGNATURE, signatureOf } from "../trace/signature.ts";
import type { ExitCode } from "./run.ts";

/** `auscult sign DIR --key FILE`: signs the manifest, once the folder is exactly what the manifest says. */
export async function signCommand(folder: string, { key }: { readonly key: string }): Promise<ExitCode> {
  const file = join(folder, MANIFEST);
  const bytes = await readNamed(file, "the manifest", "Name the folder of a report that auscult audit wrote.");
  const manifest = parseManifest(bytes.toString("utf8"), file);
  const own = readPrivateKey(await readNamed(key, "the key", "Make one: auscult keygen -o NAME."), key);
  const [first, ...more] = await differences(folder, manifest, [MANIFEST, SIGNATURE]);
  if (first !== undefined) {
    throw fileProblem(
      "FILE_CHANGED",
      folder,
      `it is not what its manifest says, so it is not signed: ${describeDifference(first)}${more.length === 0 ? "" : `, and ${more.length} more`}`,
      "Run auscult verify on it, or make the report again.",
    );
  }
  const signature = signatureOf(bytes, own);
  await writeFile(join(folder, SIGNATURE), `${JSON.stringify(signature, null, 1)}\n`);
  process.stdout.write(`${join(folder, SIGNATURE)}\nsigned with key ${signature.fingerprint}\n`);
  return 0;
}
