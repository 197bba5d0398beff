import type { AuditPlan } from "@auscult/core";
import type { AuditReport } from "@auscult/report";

/** The rule of a profile: the least count that is shown, and what counts are rounded to. */
export interface Rule {
  readonly profile: NonNullable<AuditReport["disclosure"]>["profile"];
  readonly minimum: number;
  readonly round?: number;
  readonly dominance: number;
}

/**
 * Sundhedsdatastyrelsen (extracts: fewer than five are blurred), NHS England (1 to 7 suppressed, others to the nearest 5),
 * CMS cell size policy (1 to 10, none derivable; 2024).
 */
const PROFILES: Readonly<Record<string, { readonly minimum: number; readonly round?: number }>> = {
  denmark: { minimum: 5 },
  nhs: { minimum: 8, round: 5 },
  cms: { minimum: 11 },
};

/** The rule that a plan declares; `undefined` where nothing is to be withheld. A stricter minimum than the profile's holds. */
export function ruleOf(disclosure: AuditPlan["disclosure"]): Rule | undefined {
  if (disclosure === undefined || disclosure.profile === "none") return undefined;
  const { profile, dominance } = disclosure;
  const base = PROFILES[profile] ?? { minimum: 2 };
  const round = disclosure.round ?? base.round;
  return {
    profile,
    minimum: Math.max(base.minimum, disclosure.minimum ?? 0),
    dominance,
    ...(round === undefined ? {} : { round }),
  };
}
