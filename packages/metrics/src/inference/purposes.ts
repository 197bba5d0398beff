/**
 * What random numbers are drawn for. Each purpose has a stream of its own, so that two of them never share words.
 * An id is never reused or changed: a report's seed would then give other numbers. A new purpose is a new line.
 */
export const PURPOSES = {
  bootstrap: 1,
  poissonBootstrap: 2,
  clusterBootstrap: 3,
  permutation: 4,
  simulation: 5,
  probe: 6,
  perfectCalibration: 7,
  monitoring: 8,
} as const;

export type Purpose = keyof typeof PURPOSES;
