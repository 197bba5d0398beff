export { expit, logit } from "./logit.ts";
export { type LogisticFit, logisticRegression } from "./logistic-regression.ts";
export { normalCdf, normalQuantile, normalUpperTail } from "./normal.ts";
