import { expect, test } from "vitest";
import { numbersIn, plotted } from "../src/format-number.ts";

const en = numbersIn({ decimal: ".", group: ",", percent: "%", to: " to " });
const da = numbersIn({ decimal: ",", group: ".", percent: " %", to: " til " });

test.each([
  [0.78249, "probability", "0.782", "0,782"],
  [0.8315, "proportion", "83.2%", "83,2 %"],
  [1, "proportion", "100.0%", "100,0 %"],
  [1.0449, "ratio", "1.04", "1,04"],
  [-0.031, "log-odds", "−0.03", "−0,03"],
  [-0.0001, "log-odds", "0.00", "0,00"],
  [12345.6, "count", "12,345.6", "12.345,6"],
  [1234567, "count", "1,234,567", "1.234.567"],
  [12844.12, "number", "12,844", "12.844"],
  [-0.0524, "number", "−0.052", "−0,052"],
  [0.0000004999, "number", "0.00000050", "0,00000050"],
  [1e-12, "number", "0.000", "0,000"],
  [0.0004, "p", "< 0.001", "< 0,001"],
  [0.0123, "p", "0.012", "0,012"],
  ["infinity", "ratio", "∞", "∞"],
  ["-infinity", "log-odds", "−∞", "−∞"],
  [null, "ratio", "–", "–"],
] as const)("%s as %s is %s in English, %s in Danish", (value, unit, english, danish) => {
  expect(en.value(value, unit)).toBe(english);
  expect(da.value(value, unit)).toBe(danish);
});

test("differences carry their sign, zero none", () => {
  expect(en.difference(0.0521, "proportion")).toBe("+5.2");
  expect(en.difference(-0.0521, "probability")).toBe("−0.052");
  expect(en.difference(0.0001, "probability")).toBe("0.000");
  expect(en.difference(-0.0001, "probability")).toBe("0.000");
  expect(en.difference("-infinity", "ratio")).toBe("−∞");
  expect(en.difference("infinity", "ratio")).toBe("+∞");
  expect(da.differenceRange(-0.021, 0.034, "probability")).toBe("−0,021 til +0,034");
});

test("ranges, shares and thresholds", () => {
  expect(en.range(0.771, 0.793, "proportion")).toBe("77.1 to 79.3%");
  expect(en.percent(null)).toBe("–");
  expect(en.declared(0.95)).toBe("95%");
  expect(da.declared(0.975)).toBe("97,5 %");
  expect(en.plain(0.2)).toBe("0.2");
  expect(en.plain(0.217432912)).toBe("0.2174");
  expect(en.p(0.5)).toBe("= 0.500");
});

test("a coordinate keeps five digits", () => {
  expect(plotted(0.123456789)).toBe(0.12346);
  expect(plotted(123456)).toBe(123460);
});
