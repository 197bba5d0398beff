import { levelsOf, OVERALL, subgroup } from "@auscult/core";
import { measure, type Measured } from "../estimate.ts";
import type { Finding } from "../finding.ts";
import { metrics } from "../metrics.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { sitesFinding } from "./sites-finding.ts";

/** Ranking and calibration of every site, besides the plan's primary metric. */
const ALWAYS = ["auroc", "observedExpectedRatio"];

/**
 * Performance at each site, a summary over sites, and how far sites differ beyond chance. One finding for the primary
 * metric, the AUROC and the O:E ratio each.
 *
 * @see Debray et al (2017) BMJ 356:i6460.
 */
export const sitesAnalysis: RowAnalysis = {
  id: "sites",
  source: [
    "Debray et al. (2017) BMJ 356:i6460",
    "Viechtbauer (2005) J Educ Behav Stat 30:261-293",
    "Higgins, Thompson & Spiegelhalter (2009) J R Stat Soc A 172:137-159",
  ],
  columns: () => [],
  analyse(_cohort, plan, { tally, options }) {
    if (plan.site === undefined) return [];
    const levels = levelsOf(tally, "site");
    const { metric: primary, threshold } = plan.primary;
    const asked = metrics.filter(
      ({ id, requires }) =>
        id === primary || (ALWAYS.includes(id) && (requires.score === "ordinal" || tally.scoreKind === "probability")),
    );
    return asked.map((metric): Finding => {
      const own = {
        ...options,
        metrics: [metric],
        thresholds: metric.thresholded && threshold !== undefined ? [threshold] : [],
      };
      const at = (level: string): Measured => measure(tally, subgroup({ attribute: "site", level }), own)[0]!;
      return sitesFinding({
        plan,
        metric,
        overall: measure(tally, OVERALL, own)[0]!,
        sites: levels.map((level) => ({ level, measured: at(level) })),
        minimumEvents: options.minimumEvents,
        level: options.level,
        repeated: tally.patients?.repeated === true,
      });
    });
  },
};
