import { expect, test } from "vitest";
import { findingFigure } from "../src/charts/finding.ts";
import { spread } from "../src/charts/spread.ts";
import type { Figure } from "../src/document.ts";
import { render } from "../src/index.ts";
import { view } from "../src/view.ts";
import { en } from "../src/words/en.ts";
import { sampleReport } from "./sample.ts";
import { SAMPLE_FINDING } from "./sample-findings.ts";

const report = sampleReport({ rows: 400, findings: [SAMPLE_FINDING] });
const [finding] = report.findings;
const figures = finding.charts.map((chart) => findingFigure(view(report, en), finding, chart)!);
const figure = (id: string): Figure => figures.find((f) => f.id.endsWith(`-${id}`))!;
const rows = (id: string) => figure(id).panels[0].data["rows"];

test("every kind of mark draws these specifications, and none of them aggregates", async () => {
  const specs = figures.map(({ id, panels }) => {
    const { layer = [], ...frame } = panels[0].spec as { layer?: object[] };
    const lines = [id, JSON.stringify({ ...frame, config: "shared" }), ...layer.map((l) => `  ${JSON.stringify(l)}`)];
    return `${lines.join("\n")}\n`;
  });
  expect(specs.join("")).not.toMatch(/"(aggregate|bin|timeUnit|impute|regression|loess|density|quantile|stack)":/);
  await expect(specs.join("\n")).toMatchFileSnapshot("snapshots/finding-specs.txt");
});

test("each has words for who cannot see it, and the table of what it shows", () => {
  expect(figures.map(({ panels }) => panels[0].alt)).toEqual([
    "Active conditions by percentile of the score. Lines: Black, White. Reference lines: 55th: referral, 97th: enrolled, Upper limit, Margin.",
    "Observed over expected by month. Lines. Reference lines: Ideal, Control limit, New version.",
    "Who is in the top, by what the list is ordered by. Bars: Black, White. Reference lines: Share of all.",
    "Flagged by quarter. Bars: North, South, West. Reference lines: Capacity.",
    "Calibration by site. Values with intervals: 3.1, 3.2. Reference lines: Ideal, Margin, Margin.",
    "Where the gap would tip. Table of shaded tiles. Reference lines: The gap changes its sign.",
  ]);
  for (const { table } of figures) expect(table.rows.length).toBeGreaterThan(0);
});

test("bars stand upright under short words, and lie in rows under long ones", () => {
  expect(rows("quarters")[0]).toMatchObject({ x: "Q1", series: "North" });
  expect(rows("composition").filter((r) => r["kind"] === "heading")).toHaveLength(2);
});

test("a row without a value stays, without a mark", () => {
  expect(rows("sites").at(-1)).toMatchObject({ name: "3.2", text: "–" });
  expect(rows("sites").at(-1)).not.toHaveProperty("value");
  expect(rows("months")[3]).toMatchObject({ x: "2025-04", y: null, low: null });
});

test("the line between tiles runs where neighbours lie on either side of the centre", () => {
  const sign = new Map(rows("tipping").map((r) => [`${r["x"]} ${r["y"]}`, Number(r["value"]) > 0]));
  const words = ["0.50", "0.60", "0.70", "0.80", "0.90", "1.00"];
  let parted = 0;
  for (const [a, first] of words.entries())
    for (const second of words) {
      const next = words[a + 1];
      if (next === undefined) continue;
      if (sign.get(`${first} ${second}`) !== sign.get(`${next} ${second}`)) parted++;
      if (sign.get(`${second} ${first}`) !== sign.get(`${second} ${next}`)) parted++;
    }
  expect(figure("tipping").panels[0].data["boundary"]).toHaveLength(parted);
});

test("the page's still pictures say the numbers that the charts were given", async () => {
  const { files } = await render(report, "html");
  const drawn = new Set([...String(files[0].content).matchAll(/(?<=<text[^>]*>)[^<]*(?=<\/text>)/g)].map(([t]) => t));
  const given = figures.flatMap(({ panels }) =>
    panels.flatMap(({ data }) => data["rows"].flatMap((r) => [r["text"], r["label"], r["name"]])),
  );
  expect(given.filter((t) => typeof t === "string" && t !== "" && !drawn.has(t))).toEqual([]);
});

test("labels are spread so that none covers another, in the order given", () => {
  expect(spread([10, 100, 12], 13, 280)).toEqual([10, 100, 23]);
  expect(spread([275, 279], 13, 280)).toEqual([267, 280]);
  expect(spread([], 13, 280)).toEqual([]);
});
