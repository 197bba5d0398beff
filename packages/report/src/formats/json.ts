import type { Format } from "../format.ts";

/** The report itself: what every other format is a view of. */
export const json: Format = {
  id: "json",
  render: (report) => [{ name: "report.json", content: `${JSON.stringify(report, null, 1)}\n` }],
};
