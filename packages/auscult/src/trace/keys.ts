import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { fileProblem } from "./problem.ts";

/** A new Ed25519 key pair, as PEM: the private half in PKCS #8, the public half in SPKI. */
export function newKeyPair(): { readonly privatePem: string; readonly publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { format: "pem", type: "pkcs8" },
    publicKeyEncoding: { format: "pem", type: "spki" },
  });
  return { privatePem: privateKey, publicPem: publicKey };
}

export function readPrivateKey(pem: Uint8Array, file: string): KeyObject {
  return readKey(file, "private", () => createPrivateKey({ key: Buffer.from(pem), format: "pem" }));
}

export function readPublicKey(pem: Uint8Array, file: string): KeyObject {
  return readKey(file, "public", () => createPublicKey({ key: Buffer.from(pem), format: "pem" }));
}

/** What people compare keys by: SHA-256 of the public half. */
export function fingerprint(key: KeyObject): string {
  const own = key.type === "private" ? createPublicKey(key) : key;
  return createHash("sha256")
    .update(own.export({ format: "der", type: "spki" }))
    .digest("hex");
}

function readKey(file: string, half: "private" | "public", read: () => KeyObject): KeyObject {
  const wrong = (why: string): Error =>
    fileProblem(
      "FILE_UNREADABLE",
      file,
      `this is not the ${half} half of an Ed25519 key: ${why}`,
      `Name the ${half} key that auscult keygen wrote.`,
    );
  let key: KeyObject;
  try {
    key = read();
  } catch {
    throw wrong("it cannot be read as PEM, or it has a passphrase");
  }
  if (key.asymmetricKeyType !== "ed25519") throw wrong(`it is a key of ${key.asymmetricKeyType ?? "another kind"}`);
  return key;
}
