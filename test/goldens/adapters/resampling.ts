import { philox4x32 } from "@auscult/metrics";
import type { GoldenMethod, Values } from "../pack.ts";

const hex = (words: Iterable<number>): string[] => Array.from(words, (w) => w.toString(16).padStart(8, "0"));

export const resampling: readonly GoldenMethod[] = [{ method: "rng_philox_kat", run: knownAnswers }];

function knownAnswers(): Values {
  const ones = 0xffffffff;
  return {
    kat: [
      philox4x32([0, 0, 0, 0], [0, 0]),
      philox4x32([ones, ones, ones, ones], [ones, ones]),
      philox4x32([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]),
    ].map((words) => hex(words).join(" ")),
  };
}
