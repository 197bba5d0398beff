import * as fc from "fast-check";
import { expect, test } from "vitest";
import { changedByte, digestOf } from "../src/trace/digest.ts";

const file = fc.uint8Array({ minLength: 1, maxLength: 5000 });

test("one changed byte is found, with what it was", () => {
  fc.assert(
    fc.property(file, fc.nat(), fc.integer({ min: 1, max: 255 }), (content, at, by) => {
      const offset = at % content.length;
      const changed = Uint8Array.from(content);
      changed[offset] = (changed[offset] + by) % 256;
      expect(changedByte(changed, digestOf(content))).toEqual({ offset, was: content[offset], is: changed[offset] });
    }),
  );
});

test("two changed bytes, or another length, are never taken for one", () => {
  fc.assert(
    fc.property(file, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (content, a, b, by) => {
      const [i, j] = [a % content.length, b % content.length];
      fc.pre(i !== j);
      const changed = Uint8Array.from(content);
      changed[i] = (changed[i] + by) % 256;
      changed[j] = (changed[j] + 256 - by) % 256;
      expect(changedByte(changed, digestOf(content))).toBeUndefined();
      expect(changedByte(content.subarray(1), digestOf(content))).toBeUndefined();
    }),
  );
});

test("in a large file too", () => {
  const content = new Uint8Array(3_000_000).fill(255);
  const changed = Uint8Array.from(content);
  changed[2_999_999] = 0;
  expect(changedByte(changed, digestOf(content))).toEqual({ offset: 2_999_999, was: 255, is: 0 });
});
