import type { labels } from "./en/labels.ts";

/** The short words of a language: the keys that English has. */
export type Labels = Readonly<Record<keyof typeof labels, string>>;
