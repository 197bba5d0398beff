import type { Format } from "./format.ts";
import { html } from "./formats/html.ts";
import { json } from "./formats/json.ts";

/** Every format, by the name that a plan or `--format` gives. */
export const formats: readonly Format[] = [html, json];
