import { columnsOfArrow } from "../arrow-columns.ts";
import { failure, type Input, wholeContentOf } from "../input.ts";
import { unpackLz4Frame } from "../lz4-frame.ts";
import { AuditError } from "../problems.ts";
import type { Part, Source, SourceRequest } from "../source.ts";

const MAGIC = "ARROW1";
/** How a stream begins each message, and, with a length of zero, how it ends. */
const CONTINUATION = "\xFF\xFF\xFF\xFF";
const END_OF_STREAM = `${CONTINUATION}\0\0\0\0`;

/** Arrow IPC, file (Feather) or stream, plain or compressed with LZ4 or ZSTD. */
export const arrow: Source = {
  format: "arrow",
  recognise: (head) => ascii(head, 0, 6) === MAGIC || (ascii(head, 0, 4) === CONTINUATION && head.length >= 8),
  read,
};

async function read(input: Input, request: SourceRequest): Promise<Part> {
  const content = await wholeContentOf(input);
  checkEnd(input.name, content);
  const { tableFromIPC } = await withCodecs();
  let part: Part;
  try {
    part = columnsOfArrow(input.name, tableFromIPC(content), request.columns);
  } catch (error) {
    if (error instanceof AuditError) throw error;
    throw failure(input.name, "FILE_UNREADABLE", "the Arrow file is damaged or of a kind not known", "Write it again.");
  }
  if (part.rows === 0)
    throw failure(input.name, "NO_ROWS", "the file has columns and no rows", "Export the data again.");
  return part;
}

/** A cut-off stream reads as a shorter one, so that its end must be there: every writer that closes its stream writes it. */
function checkEnd(file: string, content: Uint8Array): void {
  const isFile = ascii(content, 0, 6) === MAGIC;
  const end = isFile ? MAGIC : END_OF_STREAM;
  if (ascii(content, content.length - end.length, content.length) === end) return;
  const what = `the Arrow ${isFile ? "file" : "stream"} is cut off before its end`;
  throw failure(file, "FILE_UNREADABLE", what, "Write or copy it again, and close the writer.");
}

async function withCodecs(): Promise<typeof import("apache-arrow")> {
  const [arrow, zstd] = await Promise.all([import("apache-arrow"), import("fzstd")]);
  // Copied: apache-arrow lays typed arrays over the bytes, and these must start at a multiple of eight.
  arrow.compressionRegistry.set(arrow.CompressionType.ZSTD, { decode: (bytes) => zstd.decompress(bytes).slice() });
  arrow.compressionRegistry.set(arrow.CompressionType.LZ4_FRAME, { decode: (bytes) => unpackLz4Frame(bytes).slice() });
  return arrow;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(Math.max(0, start), end));
}
