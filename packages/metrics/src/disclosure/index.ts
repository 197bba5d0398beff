export { auditSuppression, primaryCells, type SuppressionAudit } from "./audit-suppression.ts";
export { type Difference, differenceOf, type Released } from "./difference-of.ts";
export { isDominated } from "./dominance.ts";
export { type Bounds, type Cell, feasibleBounds } from "./feasible-bounds.ts";
export { type Equation, linearBounds } from "./linear-bounds.ts";
export { roundCounts } from "./round-counts.ts";
export { suppress, type Suppression } from "./suppress.ts";
