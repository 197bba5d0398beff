/** How far a step has come, where that is known. */
export interface Share {
  readonly done: number;
  readonly all: number;
}

/** Told each step as it begins, and again as it gets on. */
export type OnStep = (step: string, share?: Share) => void;
