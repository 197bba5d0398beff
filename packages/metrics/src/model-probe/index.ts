export {
  accumulatedLocalEffects,
  type Answers,
  changeBetween,
  partialDependence,
  type ResponseAt,
} from "./feature-effect.ts";
export { rowsToProbe, supportedGrid } from "./probe-grid.ts";
