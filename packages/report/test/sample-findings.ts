import type { Finding, FindingChart, FindingTable } from "@auscult/metrics";

const text = (id: string, label: string) => ({ id, label, unit: "text" }) as const;
const share = (id: string, label: string) => ({ id, label, unit: "proportion" }) as const;
const plain = (id: string, label: string) => ({ id, label, unit: "number" }) as const;

const curve: FindingTable = {
  id: "curve",
  caption: "Active conditions by percentile of the score",
  columns: [
    plain("percentile", "Percentile of the score"),
    text("group", "Group"),
    plain("mean", "Active conditions"),
    plain("low", "Low"),
    plain("high", "High"),
  ],
  rows: ["Black", "White"].flatMap((group, g) =>
    Array.from({ length: 20 }, (_, k) => {
      const mean = 0.6 + k * 0.08 + (k / 12) ** 4 * 0.3 + (1 - g) * 0.05;
      return [k * 5 + 2.5, group, mean, mean - 0.25 + g * 0.1, mean + 0.25 - g * 0.1];
    }),
  ),
};

const months: FindingTable = {
  id: "months",
  caption: "Observed over expected by month",
  columns: [
    text("month", "Month"),
    { id: "ratio", label: "O:E ratio", unit: "ratio" },
    plain("low", "Low"),
    plain("high", "High"),
  ],
  rows: ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08"].map((month, k) =>
    k === 3 ? [month, null, null, null] : [month, 0.9 + k * 0.07, 0.75 + k * 0.06, 1.1 + k * 0.09],
  ),
};

const composition: FindingTable = {
  id: "composition",
  caption: "Who is in the top",
  columns: [
    text("percentile", "Threshold"),
    text("order", "Ordered by"),
    text("group", "Group"),
    share("share", "Share of the places"),
    share("low", "Low"),
    share("high", "High"),
  ],
  rows: ["Top 3%", "Top 45%"].flatMap((percentile, p) =>
    ["the score", "active chronic conditions, counted from the record", "avoidable cost"].flatMap((order, o) =>
      ["Black", "White"].map((group, g) => {
        const black = 0.19 + o * 0.05 - p * 0.05;
        const value = g === 0 ? black : 1 - black;
        return [percentile, order, group, value, value - 0.03, value + 0.04];
      }),
    ),
  ),
};

const quarters: FindingTable = {
  id: "quarters",
  caption: "Flagged by quarter",
  columns: [
    text("quarter", "Quarter"),
    text("site", "Site"),
    share("flagged", "Flagged"),
    share("low", "Low"),
    share("high", "High"),
  ],
  rows: ["Q1", "Q2", "Q3", "Q4"].flatMap((quarter, q) =>
    ["North", "South", "West"].map((site, s) => {
      const value = 0.08 + q * 0.01 + s * 0.02;
      return [quarter, site, value, value - 0.02, value + 0.02];
    }),
  ),
};

const sites: FindingTable = {
  id: "sites",
  caption: "Calibration by site",
  columns: [
    text("site", "Site"),
    text("version", "Version"),
    { id: "ratio", label: "O:E ratio", unit: "ratio" },
    { id: "low", label: "Low", unit: "ratio" },
    { id: "high", label: "High", unit: "ratio" },
  ],
  rows: ["Aalborg", "Odense University Hospital", "Roskilde"].flatMap((site, k) =>
    ["3.1", "3.2"].map((version, v) =>
      k === 2 && v === 1
        ? [site, version, null, null, null]
        : [site, version, 0.8 + 0.2 * k + 0.1 * v, 0.6 + 0.15 * k, 1.2 + 0.6 * k],
    ),
  ),
};

const tipping: FindingTable = {
  id: "tipping",
  caption: "Gap in true prevalence",
  columns: [
    text("group", "Recorded of those in need, Black"),
    text("reference", "Recorded of those in need, White"),
    share("gap", "Gap in true prevalence"),
  ],
  rows: [0.5, 0.6, 0.7, 0.8, 0.9, 1].flatMap((g) =>
    [0.5, 0.6, 0.7, 0.8, 0.9, 1].map((r) => [
      g.toFixed(2),
      r.toFixed(2),
      Math.round(1000 * (0.2 / g - 0.22 / r)) / 1000,
    ]),
  ),
};

const charts: FindingChart[] = [
  {
    id: "curve",
    title: "Active conditions by percentile of the score",
    table: "curve",
    x: "percentile",
    y: "mean",
    low: "low",
    high: "high",
    series: "group",
    rules: [
      { axis: "x", at: 55, kind: "threshold", label: "55th: referral" },
      { axis: "x", at: 97, kind: "threshold", label: "97th: enrolled" },
      { axis: "y", at: 2.5, kind: "limit", label: "Upper limit" },
      { axis: "y", at: 2.55, kind: "margin", label: "Margin" },
    ],
  },
  {
    id: "months",
    title: "Observed over expected by month",
    table: "months",
    mark: "lines",
    x: "month",
    y: "ratio",
    low: "low",
    high: "high",
    log: true,
    rules: [
      { axis: "y", at: 1, kind: "ideal", label: "Ideal" },
      { axis: "y", at: 1.25, kind: "limit", label: "Control limit" },
      { axis: "x", at: "2025-06", kind: "threshold", label: "New version" },
    ],
  },
  {
    id: "composition",
    title: "Who is in the top, by what the list is ordered by",
    table: "composition",
    mark: "bars",
    x: "order",
    y: "share",
    low: "low",
    high: "high",
    series: "group",
    facet: "percentile",
    rules: [{ axis: "y", at: 0.12, kind: "ideal", label: "Share of all" }],
  },
  {
    id: "quarters",
    title: "Flagged by quarter",
    table: "quarters",
    mark: "bars",
    x: "quarter",
    y: "flagged",
    low: "low",
    high: "high",
    series: "site",
    rules: [{ axis: "y", at: 0.1, kind: "margin", label: "Capacity" }],
  },
  {
    id: "sites",
    title: "Calibration by site",
    table: "sites",
    mark: "intervals",
    x: "site",
    y: "ratio",
    low: "low",
    high: "high",
    series: "version",
    log: true,
    rules: [
      { axis: "y", at: 1, kind: "ideal", label: "Ideal" },
      { axis: "y", at: 0.8, kind: "margin", label: "Margin" },
      { axis: "y", at: 1.25, kind: "margin", label: "Margin" },
    ],
  },
  {
    id: "tipping",
    title: "Where the gap would tip",
    table: "tipping",
    mark: "tiles",
    x: "group",
    y: "reference",
    value: "gap",
    boundary: "The gap changes its sign",
  },
];

/** A finding with every kind of drawing; no number of it means anything. */
export const SAMPLE_FINDING: Finding = {
  id: "label-choice:race=Black:conditions",
  kind: "label-choice",
  subject: "Cost for active conditions",
  subgroup: "race=Black",
  verdict: "described",
  scope: "local",
  exploratory: false,
  numbers: [],
  tables: [curve, months, composition, quarters, sites, tipping],
  charts,
  source: [],
};
