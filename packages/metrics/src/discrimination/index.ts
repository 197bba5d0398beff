export { auroc, aurocInterval, aurocUnionInterval } from "./auroc.ts";
export { type AurocVsOverall, aurocVsOverall } from "./auroc-vs-overall.ts";
export { averagePrecision, boydInterval, uninformativeAveragePrecision } from "./average-precision.ts";
export {
  type ClusteredAuroc,
  clusteredAuroc,
  type ClusteredDifference,
  clusteredAurocDifference,
} from "./clustered-auroc.ts";
export { crossCounts } from "./cross-counts.ts";
export { type DeLong, delong } from "./delong.ts";
export { delongLogit, delongWald } from "./delong-interval.ts";
export { delongJoint, type JointDeLong } from "./delong-joint.ts";
export { delongPaired, type PairedDeLong } from "./delong-paired.ts";
export { delongUnpaired, type UnpairedDeLong } from "./delong-unpaired.ts";
export { hanleyMcNeilError } from "./hanley-mcneil.ts";
export { newcombe5, newcombeError } from "./newcombe5.ts";
export { type PartialArea, partialAurocFpr, partialAurocSensitivity } from "./partial-auroc.ts";
export { type PrecisionRecallAreas, precisionRecallAreas } from "./precision-recall-areas.ts";
