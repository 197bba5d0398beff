import type { Curve } from "../curve.ts";
import { isUndefined, undefinedBecause } from "../result.ts";
import { flaggedCells } from "../utility/flagged.ts";
import { netBenefitInterval } from "../utility/net-benefit-interval.ts";
import { netBenefitOver } from "../utility/net-benefit.ts";
import { evenlySpaced } from "./evenly-spaced.ts";

/**
 * Decision curve: net benefit of acting on the score, of treating everybody and of treating nobody, over the range of
 * risk thresholds at which clinicians would act.
 *
 * The model is worth using where it lies above both others. The range comes from clinicians before the data are seen;
 * without one (`range`) there is no curve, for a threshold chosen where the curve looks best proves nothing.
 *
 * Columns     threshold, netBenefit, low, high, treatAll, treatNone; 101 thresholds and those declared within the range.
 * Band        pointwise, as the interval of `netBenefit` (recovered from Wilson's limits of its two shares, which few events
 *             ask for); by the jackknife over blocks of patients where these have several rows.
 * Undefined   MISSING_INPUT without a range; NOT_A_PROBABILITY where it is not within 0 and 1.
 *
 * @see Vickers & Elkin (2006) Med Decis Making 26:565-574; Marsh, Janes & Pepe (2020) Biometrics 76:843-852.
 */
export const decisionCurve: Curve = {
  id: "decisionCurve",
  name: "Decision curve",
  x: "threshold",
  y: "netBenefit",
  requires: { score: "probability", events: 0, nonEvents: 0 },
  source: ["doi:10.1177/0272989X06295361", "doi:10.1111/biom.13190"],
  points(counts, { level, thresholds, range }) {
    if (range === undefined) return undefinedBecause("MISSING_INPUT");
    const [from, to] = range;
    const declared = thresholds.filter((t) => t >= from && t <= to);
    const at = [...new Set([...evenlySpaced(from, to), ...declared])].sort((a, b) => a - b);
    const found = netBenefitOver(counts, at);
    if (isUndefined(found)) return found;
    const cells = flaggedCells(counts);
    const bands = at.map((threshold) => netBenefitInterval(cells(threshold), threshold, level));
    return {
      columns: {
        threshold: at,
        netBenefit: found.map(({ model }) => model.value),
        low: bands.map((band) => band?.low ?? null),
        high: bands.map((band) => band?.high ?? null),
        treatAll: found.map(({ treatAll }) => treatAll.value),
        treatNone: at.map(() => 0),
      },
      flags: [],
    };
  },
  jackknifed: {
    scale: "identity",
    at: (_whole, thresholds) => (left) => {
      const found = netBenefitOver(left, thresholds);
      return isUndefined(found) ? found : found.map(({ model }) => model.value);
    },
  },
};
