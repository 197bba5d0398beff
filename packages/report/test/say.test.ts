import { expect, test } from "vitest";
import { numbersIn } from "../src/format-number.ts";
import { languages } from "../src/languages.ts";
import { say } from "../src/say.ts";

const words = languages.find(({ language }) => language === "en")!;
const speaker = { words, numbers: numbersIn(words.numbers) };

test("the plan's own words are said as they are", () => {
  expect(say(speaker, "antal <b>")).toBe("antal <b>");
});

test("a phrase is worded by the catalogue, the phrases and numbers within it first", () => {
  expect(say(speaker, { say: "labelAtEqualSeverity", with: { label: { say: "rows" } } })).toBe(
    "Rows at equal severity",
  );
  expect(say(speaker, { say: "labelAtEqualSeverity", with: { label: 12345 } })).toBe("12,345 at equal severity");
});

test("a phrase that this version has no words for is shown by its key and facts, whatever the key", () => {
  expect(say(speaker, { say: "fromLater", with: { a: "x", b: 2 } })).toBe("fromLater x 2");
  expect(say(speaker, { say: "constructor" })).toBe("constructor");
});
