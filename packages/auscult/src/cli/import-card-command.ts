import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { AuditError, readAppliedModelCard } from "@auscult/core";
import { draftClaims } from "./draft-claims.ts";
import type { ExitCode } from "./run.ts";

/** A card is some tens of kilobytes; pictures in its text may make it larger. */
const MOST_BYTES = 16_000_000;

/** `auscult import-card CARD`: prints the claims section that the card suggests. */
export async function importCardCommand(path: string): Promise<ExitCode> {
  const card = readAppliedModelCard(await textOf(path), path);
  process.stdout.write(draftClaims(card, basename(path)));
  return 0;
}

async function textOf(path: string): Promise<string> {
  const refuse = (
    code: "FILE_MISSING" | "FILE_UNREADABLE" | "ENCODING_INVALID",
    what: string,
    remedy: string,
  ): never => {
    throw new AuditError([{ code, where: { file: path }, what, remedy }]);
  };
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT"
      ? refuse("FILE_MISSING", "the card does not exist", "Check the path.")
      : refuse("FILE_UNREADABLE", `the card cannot be read (${error.code ?? error.message})`, "Check who may read it."),
  );
  if (!facts.isFile()) refuse("FILE_UNREADABLE", "the card is not a file", "Name the card's XML file.");
  if (facts.size > MOST_BYTES) refuse("FILE_UNREADABLE", "the card is larger than 16 MB", "Give the card's XML alone.");
  const bytes = await readFile(path);
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-")
    refuse("FILE_UNREADABLE", "this is a PDF", "Take the XML out of its metadata (chaiMcXml) and give that.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("ENCODING_INVALID", "the card is not UTF-8 text", "Save it as UTF-8.");
  }
}
