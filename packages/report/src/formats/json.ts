import type { Format } from "../format.ts";
import { reportJson } from "../report-json.ts";

/** The report itself: what every other format is a view of. */
export const json: Format = {
  id: "json",
  render: (report) => [{ name: "report.json", content: reportJson(report) }],
};
