export { type Confusion, confusion } from "./confusion.ts";
export { type OperatingPoint, thresholdForCapacity, thresholdForTopFraction } from "./operating-point.ts";
