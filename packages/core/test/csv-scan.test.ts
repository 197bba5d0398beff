import * as fc from "fast-check";
import { expect, it } from "vitest";
import { byteDictionary } from "../src/csv/byte-dictionary.ts";
import { latin } from "../src/csv/decode.ts";
import { scanCsv } from "../src/csv/scan.ts";

const DELIMITER = 0x2c;
const bytes = fc
  .uint8Array({ maxLength: 60 })
  .chain((any) =>
    fc
      .array(fc.constantFrom(...Buffer.from('",\n\ra')), { minLength: any.length, maxLength: any.length })
      .map((marks) => any.map((byte, i) => (byte < 200 ? (marks[i] ?? 0) : byte))),
  );

/** Records and the fault, if any, of bytes that come in pieces; what is cut off by a piece's end is scanned again with the next. */
function scanned(pieces: readonly Uint8Array[]): { records: string[][]; fault: string | undefined } {
  const records: string[][] = [];
  let fields: string[] = [];
  const on = {
    field: (index: number, from: Uint8Array, start: number, end: number): void => {
      if (index === 0) fields = [];
      fields.push(latin(from, start, end));
    },
    record: (count: number): boolean => {
      records.push(count === 0 ? [] : fields);
      return true;
    },
  };
  let rest = new Uint8Array();
  for (const [i, piece] of [...pieces, new Uint8Array()].entries()) {
    const block = Uint8Array.from([...rest, ...piece]);
    const { at, fault } = scanCsv(block, 0, i === pieces.length, DELIMITER, on);
    if (fault !== undefined) return { records, fault };
    rest = block.slice(at);
  }
  return { records, fault: undefined };
}

it("finds the same records and faults wherever the bytes are cut", () => {
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(60), { maxLength: 6 }), (all, cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), all.length];
      const pieces = at.slice(1).map((end, i) => all.slice(at[i], end));
      expect(scanned(pieces)).toEqual(scanned([all]));
    }),
    { numRuns: 2000 },
  );
});

it("accounts for every byte that is not a quote, a delimiter or a line end", () => {
  fc.assert(
    fc.property(bytes, (all) => {
      const { records, fault } = scanned([all]);
      if (fault !== undefined) return;
      const plain = (text: string): string => text.replaceAll(/[",\r\n]/gu, "");
      expect(plain(records.flat().join(""))).toBe(plain(latin(all, 0, all.length)));
    }),
    { numRuns: 2000 },
  );
});

it("numbers byte strings as a map of strings would", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 3 }), { maxLength: 400 }), (strings) => {
      const dictionary = byteDictionary();
      const codeOf = new Map<string, number>();
      for (const string of strings) {
        const text = latin(string, 0, string.length);
        if (!codeOf.has(text)) codeOf.set(text, codeOf.size);
        const padded = Uint8Array.from([7, ...string, 7]);
        expect(dictionary.code(padded, 1, 1 + string.length)).toBe(codeOf.get(text));
      }
      expect(dictionary.levels(latin)).toEqual([...codeOf.keys()]);
    }),
    { numRuns: 200 },
  );
});
