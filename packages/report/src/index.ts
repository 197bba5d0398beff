export type { Estimate } from "@auscult/metrics";
