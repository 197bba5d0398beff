import type { Words } from "./words.ts";
import { da } from "./words/da.ts";
import { en } from "./words/en.ts";

/** Every language that a report can be written in. */
export const languages: readonly Words[] = [en, da];
