import type { Update } from "../validation/closed-testing.ts";

/** The verdict that stands for each update that closed testing can select. */
export const UPDATE_VERDICTS = {
  no_update: "update_none",
  citl: "update_intercept",
  recalibration: "update_recalibration",
  revision: "update_revision",
} as const satisfies Readonly<Record<Update, string>>;
export type UpdateVerdict = (typeof UPDATE_VERDICTS)[Update];
