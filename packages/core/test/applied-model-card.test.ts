import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AuditError, readAppliedModelCard } from "../src/index.ts";
import { parseXml } from "../src/cards/xml.ts";

const KEY = (name: string, result: string) =>
  `<${name}><MetricGoal/>${result}<Interpretation/><TestType/><TestingDataDescription>Adults &amp; others</TestingDataDescription><ValidationProcessAndJustification/></${name}>`;
const card = (version: string, result: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!-- a card -->
<AppliedModelCard xmlns="https://mc.chai.org/${version}/schema.xsd">
  <BasicInfo><ModelName>Score</ModelName><ModelDeveloper>Vendor</ModelDeveloper><DeveloperContact/></BasicInfo>
  <ReleaseInfo><ReleaseVersion>2.1</ReleaseVersion></ReleaseInfo>
  <KeyMetrics>
    ${KEY("UsefulnessUsabilityEfficacy", result)}
    ${KEY("FairnessEquity", result)}
    ${KEY("SafetyReliability", result)}
  </KeyMetrics>
</AppliedModelCard>
`;
const result = (label: string, json: string) =>
  `<Results><MetricResult><Label>${label}</Label><ValueJson>${json}</ValueJson></MetricResult></Results>`;

const told = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof AuditError) return error.message;
    throw error;
  }
  return "";
};

describe("a CHAI Applied Model Card", () => {
  test("v0.2: values as shares, with their interval", () => {
    const json = '{"kind":"estimate_ci","estimate":89.2,"lower":82.5,"upper":93.9,"level":95,"unit":"%"}';
    const { results, ...facts } = readAppliedModelCard(card("v0.2", result("Sensitivity", json)), "c.xml");
    expect(facts).toEqual({ version: "v0.2", model: "Score", developer: "Vendor", release: "2.1" });
    expect(results).toHaveLength(3);
    expect(results[0]).toMatchObject({
      place: "KeyMetrics/UsefulnessUsabilityEfficacy",
      line: 7,
      label: "Sensitivity",
      interval: { low: 0.825, high: 0.939, level: 0.95 },
      population: "Adults & others",
    });
    expect(results[0].value).toBeCloseTo(0.892, 12);
    const single = readAppliedModelCard(card("v0.2", result("AUC", '{"kind":"single","value":0.83}')), "c.xml");
    expect(single.results[0]).toMatchObject({ label: "AUC", value: 0.83 });
    const other = readAppliedModelCard(card("v0.2", result("AUC", '{"kind":"curve"}')), "c.xml");
    expect("value" in other.results[0]).toBe(false);
  });

  test("v0.1: words stay words", () => {
    const { results } = readAppliedModelCard(card("v0.1", "<Result><![CDATA[88.5% & more]]></Result>"), "c.xml");
    expect(results[0]).toMatchObject({ label: "", written: "88.5% & more" });
  });

  test("what is wrong is told with its line", () => {
    expect(told(() => readAppliedModelCard(card("v0.3", ""), "c.xml"))).toContain("c.xml:3:1");
    expect(told(() => readAppliedModelCard(card("v0.2", ""), "c.xml"))).toContain("has no <Results>");
    expect(told(() => readAppliedModelCard(card("v0.2", result("AUC", "0.83 or so")), "c.xml"))).toMatch(
      /c\.xml:7:1.*does not hold JSON/,
    );
    expect(told(() => readAppliedModelCard("", "c.xml"))).toContain("there is no element");
  });
});

describe("XML, strictly", () => {
  test.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', "document type"],
    ["<a>&b;</a>", "&b; is not allowed"],
    ["<a>&#0;</a>", "is not a character"],
    ["<a>1 & 2</a>", "write &amp;"],
    ["<a><b></a></b>", "</a> closes <b>"],
    ["<a>", "<a> is not closed"],
    ["<a/><b/>", "after the end"],
    ["<a/>text", "outside"],
    ["<?php ?><a/>", "processing instruction"],
    ["<p:a/>", "prefix p is not declared"],
    ['<a b="1" b="2"/>', "stands twice"],
    ["<a b=1/>", "not in quotes"],
    [`${"<a>".repeat(70)}${"</a>".repeat(70)}`, "deep"],
    ["<a", "does not end"],
  ])("%s", (source, what) => {
    expect(told(() => parseXml(source, "c.xml"))).toContain(what);
  });

  test("lines are counted through text, comments and attributes", () => {
    expect(parseXml("<a>\n<!--\n--><b\n c='\n'/>\n<d/></a>", "c.xml").children.map(({ line }) => line)).toEqual([3, 6]);
  });

  test("whatever it is given, it reads it or says what is wrong", () => {
    const piece = fc.constantFrom(
      "<a>",
      "</a>",
      "<a/>",
      "&amp;",
      "&",
      "<!--",
      "-->",
      "x",
      "\n",
      "<![CDATA[",
      "]]>",
      '<a b="c">',
      "<!",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join("");
        expect(() => told(() => parseXml(source, "c.xml"))).not.toThrow();
      }),
    );
  });

  test("text comes back as it was written", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll(/[^\t\n\r\u0020-\uD7FF]/g, "");
        const escaped = plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
        expect(parseXml(`<a>${escaped}</a>`, "c.xml").text).toBe(plain);
      }),
    );
  });
});
