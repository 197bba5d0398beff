import { writeFile } from "node:fs/promises";
import { createPrivateKey } from "node:crypto";
import { fingerprint, newKeyPair } from "../trace/keys.ts";
import { fileProblem } from "../trace/problem.ts";
import type { ExitCode } from "./run.ts";

/** `auscult keygen -o NAME`: NAME.key, for its owner alone, and NAME.pub. Never replaces a key. */
export async function keygenCommand({ out }: { readonly out: string }): Promise<ExitCode> {
  const { privatePem, publicPem } = newKeyPair();
  for (const [file, pem, mode] of [
    [`${out}.key`, privatePem, 0o600],
    [`${out}.pub`, publicPem, 0o644],
  ] as const) {
    await writeFile(file, pem, { mode, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      const exists = error.code === "EEXIST";
      throw fileProblem(
        "OUTPUT_UNWRITABLE",
        file,
        exists ? "there is a key of this name, and it is not replaced" : `the key cannot be written (${error.code})`,
        "Name another with -o.",
      );
    });
    process.stdout.write(`${file}\n`);
  }
  process.stdout.write(`fingerprint ${fingerprint(createPrivateKey(privatePem))}\n`);
  return 0;
}
