import { Buffer } from "node:buffer";
import { failure, type Input } from "./input.ts";
import type { Source } from "./source.ts";

/** Files that are sent by mistake: how they start, what they are, what to do. */
const MISTAKEN = [
  ["PK\x03\x04", "an Excel workbook or a zip archive", "Save the sheet as CSV UTF-8, or unpack the archive."],
  ["\xD0\xCF\x11\xE0", "an old Excel workbook or Access database", "Save the sheet as CSV UTF-8."],
  ["\x1F\x8B", "gzipped twice", "Unpack it once."],
  ["\x28\xB5\x2F\xFD", "compressed with zstd", "Unpack it, or compress it with gzip."],
  ["BZh", "compressed with bzip2", "Unpack it, or compress it with gzip."],
  ["\xFD7zXZ", "compressed with xz", "Unpack it, or compress it with gzip."],
  ["7z\xBC\xAF", "a 7-Zip archive", "Unpack it."],
  ["SQLite format 3", "a SQLite database", "Export the table as Parquet or CSV."],
  ["$FL2", "an SPSS file", "Export it as CSV."],
  ["<stata_dta>", "a Stata file", "Export it as CSV."],
  ["RDX", "an R data file", "Write the data frame as Parquet or CSV."],
  ["Obj\x01", "an Avro file", "Convert it to Parquet."],
  ["%PDF", "a PDF document", "Export the data as CSV."],
  ["{", "one JSON object", "Write an array of records, or one record a line."],
  ["<", "an XML or HTML document", "Export the data as CSV."],
  ["\xFF\xFE", "text in UTF-16", "Save it as CSV UTF-8."],
  ["\xFE\xFF", "text in UTF-16", "Save it as CSV UTF-8."],
] as const;

const FORMATS = "Auscult reads CSV, Parquet, Arrow IPC, JSON and NDJSON, gzipped or not.";

/** The source that the content calls for, or the one declared unless the content clearly is another. */
export function recogniseFormat(
  input: Input,
  declared: Source["format"] | undefined,
  sources: readonly Source[],
): Source {
  const found = sources.find((source) => source.recognise(input.head, input.whole));
  const binary = found?.format === "parquet" || found?.format === "arrow" ? found : undefined;
  if (declared !== undefined && (binary === undefined || declared === binary.format)) {
    return sources.find(({ format }) => format === declared)!;
  }
  if (declared !== undefined) {
    const what = `the plan declares ${declared}, and the file is ${binary!.format}`;
    throw failure(input.name, "FORMAT_UNKNOWN", what, "Correct data.format, or leave it out.");
  }
  if (found !== undefined && found.format !== "csv") return found;
  const start = Buffer.from(input.head.subarray(0, 16)).toString("latin1");
  const mistaken = MISTAKEN.find(([magic]) => start.startsWith(magic));
  if (mistaken !== undefined)
    throw failure(input.name, "FORMAT_UNKNOWN", `the file is ${mistaken[1]}`, `${mistaken[2]} ${FORMATS}`);
  if (found !== undefined) return found;
  throw failure(input.name, "FORMAT_UNKNOWN", "the format of the file is not known", FORMATS);
}
