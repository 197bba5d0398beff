export { type PearsonTest, pearsonTest, type Proportion } from "./pearson.ts";
