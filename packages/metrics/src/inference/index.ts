export { type Jackknife, jackknife, jackknifeContrast } from "./jackknife.ts";
export { philox4x32 } from "./philox.ts";
export { type Purpose, PURPOSES } from "./purposes.ts";
export { type RandomStream, randomStream } from "./random-stream.ts";
export { scaleInterval } from "./scale-interval.ts";
export { withoutBlock } from "./without-block.ts";
export { type Limits, moverDifference } from "./mover.ts";
