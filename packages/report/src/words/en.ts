import type { Words } from "../words.ts";

export const en: Words = { language: "en" };
