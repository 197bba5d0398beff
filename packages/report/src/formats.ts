import type { Format } from "./format.ts";
import { chai } from "./formats/chai.ts";
import { charts } from "./formats/charts.ts";
import { csv } from "./formats/csv.ts";
import { docx } from "./formats/docx.ts";
import { html } from "./formats/html.ts";
import { json } from "./formats/json.ts";
import { markdown } from "./formats/markdown.ts";
import { pdf } from "./formats/pdf.ts";

/** Every format, by the name that a plan or `--format` gives. */
export const formats: readonly Format[] = [html, json, markdown, csv, charts, pdf, docx, chai];
