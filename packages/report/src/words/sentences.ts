import type { sentences } from "./en/sentences.ts";

/** The sentences of a language, made from facts that are already formatted. */
export type Sentences = typeof sentences;
