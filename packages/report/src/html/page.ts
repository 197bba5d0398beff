import { createHash } from "node:crypto";
import type { AuditReport } from "../audit-report.ts";
import type { Block, DocumentSection, Panel } from "../document.ts";
import { hydrateScript } from "../hydrate-script.ts";
import type { Words } from "../words.ts";
import { blockHtml, type FigurePrinter } from "./block.ts";
import { drawerOf } from "../draw.ts";
import { drawPanels } from "./drawings.ts";
import { elementId, escape, scriptJson } from "./escape.ts";
import { figureHtml } from "./figure.ts";
import { runningHead, stylesheet } from "./stylesheet.ts";

/**
 * The report as one page: no file beside it, no network, no script but its own (by its hash), every chart drawn already.
 * Scripts only add tooltips; without them nothing is missing.
 */
export async function page(report: AuditReport, words: Words, sections: readonly DocumentSection[]): Promise<string> {
  const panels = sections.flatMap(({ blocks }) => blocks.flatMap(panelsOf));
  const { drawings, svgs, shared } = await drawPanels(panels, drawerOf(sections, words.numbers));
  const at = new Map<Panel, number>(panels.map((panel, i) => [panel, i]));
  let figures = 0;
  const figure: FigurePrinter = (block) =>
    figureHtml(block.figure, {
      number: ++figures,
      drawing: (panel) => ({ index: at.get(panel)!, svg: svgs[at.get(panel)!]! }),
      words: words.label,
    });
  const main = sections.map(
    ({ id, title, blocks }) =>
      `<section id="${elementId(id)}" aria-labelledby="${elementId(id)}-title"><h2 id="${elementId(id)}-title">${escape(title)}</h2>${blocks.map((b) => blockHtml(b, figure)).join("")}</section>`,
  );
  const links = sections.map(({ id, title }) => `<li><a href="#${elementId(id)}">${escape(title)}</a></li>`);
  const script = hydrateScript();
  const running = runningHead(`${report.title} · ${report.study.model.name} ${report.study.model.version}`);
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(stylesheet)}' '${hash(running)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const { model } = report.study;
  return [
    "<!doctype html>",
    `<html lang="${escape(words.language)}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="generator" content="Auscult ${escape(report.auscult.version)}">`,
    `<title>${escape(report.title)}</title>`,
    `<style>${stylesheet}</style>`,
    `<style>${running}</style>`,
    "</head>",
    "<body>",
    `<a class="skip" href="#main">${escape(words.label.skip)}</a>`,
    `<header class="top"><p class="kind">${escape(words.label.reportKind)}</p><h1>${escape(report.title)}</h1><p class="by">${escape(`${model.name} ${model.version}`)} · ${escape(words.date(report.created))}</p></header>`,
    `<nav class="contents" aria-label="${escape(words.label.contents)}"><details open><summary>${escape(words.label.contents)}</summary><ol>${links.join("")}</ol></details></nav>`,
    shared,
    `<main id="main" tabindex="-1">${main.join("\n")}</main>`,
    `<footer><p>${escape(report.title)} · ${escape(words.sentence.madeBy(report.auscult.version))} · ${escape(words.label.planSha256)} ${escape(report.plan.sha256.slice(0, 12))}</p></footer>`,
    `<script type="application/json" id="drawings">${scriptJson(drawings)}</script>`,
    `<script>${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function panelsOf(block: Block): readonly Panel[] {
  if (block.kind === "figure") return block.figure.panels;
  return block.kind === "details" ? block.blocks.flatMap(panelsOf) : [];
}

function hash(content: string): string {
  return `sha256-${createHash("sha256").update(content, "utf8").digest("base64")}`;
}
