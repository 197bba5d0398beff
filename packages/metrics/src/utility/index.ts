export { type NetBenefit, netBenefitAt } from "./net-benefit.ts";
export { type NetBenefitBetweenGroups, netBenefitBetweenGroups } from "./net-benefit-between-groups.ts";
export { netBenefitDifference } from "./net-benefit-difference.ts";
