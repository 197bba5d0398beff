export { type ClosedTesting, closedTesting, type Update, UPDATES } from "./closed-testing.ts";
