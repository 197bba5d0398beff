import { expect, test } from "vitest";
import { languages } from "../src/languages.ts";
import { say } from "../src/say.ts";
import { view } from "../src/view.ts";
import { sampleReport } from "./sample.ts";

const words = languages.find(({ language }) => language === "en")!;
const speaker = view(sampleReport(), words);

test("the plan's own words are said as they are", () => {
  expect(say(speaker, "antal <b>")).toBe("antal <b>");
});

test("a phrase is worded by the catalogue, the phrases and numbers within it first", () => {
  expect(say(speaker, { say: "labelAtEqualSeverity", with: { label: { say: "rows" } } })).toBe(
    "Rows at equal severity",
  );
  expect(say(speaker, { say: "labelAtEqualSeverity", with: { label: 12345 } })).toBe("12,345 at equal severity");
});

test("a metric and a subgroup are named as everywhere in the report", () => {
  expect(say(speaker, { metric: "auroc" })).toBe("AUROC");
  expect(say(speaker, { metric: "ppv", threshold: 0.1 })).toContain("0.1");
  expect(say(speaker, { subgroup: "overall" })).toBe(words.label.everybody);
});

test("a phrase that this version has no words for is shown by its key and facts, whatever the key", () => {
  expect(say(speaker, { say: "fromLater", with: { a: "x", b: 2 } })).toBe("fromLater x 2");
  expect(say(speaker, { say: "constructor" })).toBe("constructor");
});
