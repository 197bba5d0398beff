import { constants } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { NamedFile } from "./expand-files.ts";
import { AuditError, type ProblemCode } from "./problems.ts";

const CHUNK = 1 << 20;

/** A file opened for reading: what it is called, how it starts, and its content, gunzipped where it is gzipped. */
export interface Input extends NamedFile {
  readonly gzip: boolean;
  /** The file's length as it lies on disk. */
  readonly bytes: number;
  /** The first 1 MiB of the content, or all of it where `whole`. */
  readonly head: Uint8Array;
  readonly whole: boolean;
  /** SHA-256 (hex) of the file as it lies on disk. */
  readonly sha256: string;
  /** What would differ had the file been changed. */
  readonly stamp: string;
}

/** Opens and hashes a file. Missing, a folder, empty, unreadable or cut-off gzip: an AuditError. */
export async function openInput(file: NamedFile): Promise<Input> {
  const info = await stat(file.path).catch((error: unknown) => unreadable(file.name, error));
  if (info.isDirectory()) {
    throw failure(
      file.name,
      "FILE_UNREADABLE",
      "this is a folder, not a file",
      "Name the files in it, e.g. with /*.csv.",
    );
  }
  if (!info.isFile()) {
    throw failure(file.name, "FILE_UNREADABLE", "this is not a regular file", "Copy the data to a file first.");
  }
  if (info.size === 0) throw emptyFile(file.name);
  const stamp = await stampOf(file.path);
  const sha256 = await hash(file);
  const gzip = await isGzip(file);
  const { head, whole } = await readHead(file, gzip);
  if (head.length === 0) throw emptyFile(file.name);
  return { ...file, gzip, bytes: info.size, head, whole, sha256, stamp };
}

/** The content in pieces of about 1 MiB. */
export async function* contentOf(input: NamedFile & { readonly gzip: boolean }): AsyncGenerator<Uint8Array, void> {
  const raw = createReadStream(input.path, { highWaterMark: CHUNK });
  let stream: Readable = raw;
  if (input.gzip) {
    const gunzip = createGunzip({ chunkSize: CHUNK });
    raw.on("error", (error) => gunzip.destroy(error));
    stream = raw.pipe(gunzip);
  }
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    unreadable(input.name, error);
  } finally {
    raw.destroy();
    stream.destroy();
  }
}

/** The whole content in one piece; a problem where it is longer than one piece can be (4 GiB in Node 20). */
export async function wholeContentOf(input: Input): Promise<Uint8Array> {
  if (input.whole) return input.head;
  const most = constants.MAX_LENGTH;
  let content = new Uint8Array(Math.min(most, input.gzip ? 4 * input.bytes : input.bytes));
  let length = 0;
  for await (const piece of contentOf(input)) {
    const needed = length + piece.length;
    if (needed > most) {
      const remedy = "Write it as Parquet, or in several files.";
      throw failure(input.name, "FILE_UNREADABLE", "the file is too long to be read at once", remedy);
    }
    if (needed > content.length) {
      const larger = new Uint8Array(Math.min(most, 2 * needed));
      larger.set(content.subarray(0, length));
      content = larger;
    }
    content.set(piece, length);
    length = needed;
  }
  return content.subarray(0, length);
}

/** Throws FILE_CHANGED where the file is no longer the one that was hashed. */
export async function checkUnchanged(input: Input): Promise<void> {
  const now = await stampOf(input.path).catch(() => "gone");
  if (now === input.stamp) return;
  const remedy = "Wait until whatever writes it has finished, then run the audit again.";
  throw failure(input.name, "FILE_CHANGED", "the file changed while it was read", remedy);
}

export function failure(file: string, code: ProblemCode, what: string, remedy: string): AuditError {
  return new AuditError([{ code, where: { file }, what, remedy }]);
}

export function emptyFile(file: string): AuditError {
  return failure(file, "FILE_EMPTY", "the file is empty", "Export the data again.");
}

async function stampOf(path: string): Promise<string> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
  return [size, mtimeNs, ctimeNs, ino].join(" ");
}

async function hash(file: NamedFile): Promise<string> {
  const sha256 = createHash("sha256");
  for await (const piece of contentOf({ ...file, gzip: false })) sha256.update(piece);
  return sha256.digest("hex");
}

async function isGzip(file: NamedFile): Promise<boolean> {
  const handle = await open(file.path).catch((error: unknown) => unreadable(file.name, error));
  try {
    const { buffer } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function readHead(file: NamedFile, gzip: boolean): Promise<Pick<Input, "head" | "whole">> {
  const head = new Uint8Array(CHUNK);
  let length = 0;
  for await (const piece of contentOf({ ...file, gzip })) {
    const part = piece.subarray(0, CHUNK - length);
    head.set(part, length);
    length += part.length;
    if (part.length < piece.length) return { head, whole: false };
  }
  return { head: head.subarray(0, length), whole: true };
}

/** An error of the file system or of zlib as a problem in plain words. */
function unreadable(file: string, error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") throw failure(file, "FILE_MISSING", "the file does not exist", "Check the name.");
  if (code === "EACCES" || code === "EPERM") {
    throw failure(file, "FILE_UNREADABLE", "there is no permission to read the file", "Ask for read permission.");
  }
  if (code === "Z_BUF_ERROR") {
    throw failure(file, "FILE_UNREADABLE", "the gzip file is cut off before its end", "Copy or compress it again.");
  }
  if (code.startsWith("Z_")) {
    throw failure(file, "FILE_UNREADABLE", "the gzip file is damaged", "Copy or compress it again.");
  }
  if (code === "") throw error;
  throw failure(file, "FILE_UNREADABLE", `the file cannot be read (${code})`, "Copy it to a local disk and try again.");
}
