import { createPublicKey } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { AuditError, describeProblem } from "@auscult/core";
import { LOG, readLog } from "../trace/audit-log.ts";
import { sha256 } from "../trace/digest.ts";
import { fingerprint, readPublicKey } from "../trace/keys.ts";
import { MANIFEST, parseManifest } from "../trace/manifest.ts";
import { readNamed } from "../trace/read-file.ts";
import { parseSignature, SIGNATURE, signatureFits } from "../trace/signature.ts";
import { describeDifference, differences } from "../trace/verify-folder.ts";
import type { ExitCode } from "./run.ts";

interface VerifyFlags {
  readonly publicKey?: string;
  readonly log?: string;
  readonly json?: boolean;
}

/** Each check: whether it holds, and what was found. */
interface Check {
  readonly what: "files" | "signature" | "log";
  readonly holds: boolean;
  readonly told: readonly string[];
}

/** `auscult verify DIR`: the files against the manifest, the manifest against its signature, the run against the log. 0: all hold; 1: one does not. */
export async function verifyCommand(folder: string, flags: VerifyFlags): Promise<ExitCode> {
  const file = join(folder, MANIFEST);
  const bytes = await readNamed(file, "the manifest", "Name the folder of a report that auscult audit wrote.");
  const manifest = parseManifest(bytes.toString("utf8"), file);
  const found = await differences(folder, manifest, [MANIFEST, SIGNATURE]);
  const checks: Check[] = [
    {
      what: "files",
      holds: found.length === 0,
      told: found.length === 0 ? [`all ${manifest.outputs.length} are as written`] : found.map(describeDifference),
    },
    await signatureCheck(folder, bytes, flags.publicKey),
    ...(await logCheck(folder, bytes, flags.log).catch(brokenLog)),
  ];
  const holds = checks.every((check) => check.holds);
  if (flags.json === true) process.stdout.write(`${JSON.stringify({ folder, holds, checks })}\n`);
  else {
    for (const { what, holds: held, told } of checks)
      for (const line of told) process.stdout.write(`${held ? "ok " : "NOT"} ${what}: ${line}\n`);
  }
  return holds ? 0 : 1;
}

async function signatureCheck(folder: string, manifest: Buffer, keyFile: string | undefined): Promise<Check> {
  const file = join(folder, SIGNATURE);
  const given =
    keyFile === undefined
      ? undefined
      : readPublicKey(await readNamed(keyFile, "the public key", "Name the .pub file of the signer."), keyFile);
  if (!existsSync(file))
    return {
      what: "signature",
      holds: given === undefined,
      told: ["there is none, so nobody vouches for the manifest"],
    };
  const signature = parseSignature((await readNamed(file, "the signature", "Sign again.")).toString("utf8"), file);
  const key = given ?? createPublicKey(signature.publicKey);
  const by = fingerprint(key);
  if (!signatureFits(manifest, signature, key)) {
    const why =
      signature.sha256 !== sha256(manifest)
        ? "the manifest was changed after it was signed"
        : given === undefined
          ? "the signature was changed"
          : `another key signed it (${signature.fingerprint})`;
    return { what: "signature", holds: false, told: [`does not fit key ${by}: ${why}`] };
  }
  const whose = given === undefined ? "; whose key that is, only --public-key can tell" : "";
  return { what: "signature", holds: true, told: [`fits key ${by}${whose}`] };
}

/** A log whose chain does not hold is a finding, not a mistake of whoever looks. */
function brokenLog(error: unknown): Check[] {
  const changed = error instanceof AuditError && error.problems.every(({ code }) => code === "FILE_CHANGED");
  if (!changed) throw error;
  return [{ what: "log", holds: false, told: error.problems.map(describeProblem) }];
}

/** The log beside the folder, or the one named; where there is none and none was named, there is nothing to check. */
async function logCheck(folder: string, manifest: Buffer, named: string | undefined): Promise<Check[]> {
  const file = named ?? join(dirname(resolve(folder)), LOG);
  if (named === undefined && !existsSync(file)) return [];
  if (named !== undefined) await readNamed(file, "the audit log", "Name the log that the audit wrote.");
  const entries = await readLog(file);
  const own = entries.find((entry) => entry.manifest === sha256(manifest));
  const chain = `${entries.length} ${entries.length === 1 ? "entry" : "entries"}, each following from the one before`;
  if (own === undefined) return [{ what: "log", holds: false, told: [`${chain}; none of them is of this report`] }];
  const clock =
    own.clock === "declared" ? `, dated ${own.created} by declaration (SOURCE_DATE_EPOCH), not by the clock` : "";
  return [{ what: "log", holds: true, told: [`${chain}; this report is entry ${own.entry}, of ${own.at}${clock}`] }];
}
