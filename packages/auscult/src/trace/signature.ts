import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { sha256 } from "./digest.ts";
import { fingerprint } from "./keys.ts";
import { MANIFEST } from "./manifest.ts";
import { fileProblem } from "./problem.ts";

/** Name of the detached signature in its folder. */
export const SIGNATURE = "manifest.sig.json";

const signatureSchema = z.strictObject({
  auscultSignature: z.literal(1),
  algorithm: z.literal("Ed25519"),
  of: z.literal(MANIFEST),
  /** Of the manifest that was signed: tells which one, where it no longer fits. */
  sha256: z.string(),
  publicKey: z.string(),
  fingerprint: z.string(),
  /** Over the bytes of the manifest, base64. */
  signature: z.string(),
});
export type Signature = z.output<typeof signatureSchema>;

/** A detached Ed25519 signature (RFC 8032) over the manifest's bytes. The same key and manifest give the same signature. */
export function signatureOf(manifest: Uint8Array, key: KeyObject): Signature {
  return {
    auscultSignature: 1,
    algorithm: "Ed25519",
    of: MANIFEST,
    sha256: sha256(manifest),
    publicKey: createPublicKey(key).export({ format: "pem", type: "spki" }).toString(),
    fingerprint: fingerprint(key),
    signature: sign(null, manifest, key).toString("base64"),
  };
}

export function parseSignature(text: string, file: string): Signature {
  try {
    return signatureSchema.parse(JSON.parse(text));
  } catch {
    throw fileProblem(
      "FILE_UNREADABLE",
      file,
      "the signature is not one that Auscult writes",
      "It was changed or cut short: sign the folder again.",
    );
  }
}

/** Whether the key signed exactly these bytes. */
export function signatureFits(manifest: Uint8Array, { signature }: Signature, key: KeyObject): boolean {
  return verify(null, manifest, key, Buffer.from(signature, "base64"));
}
