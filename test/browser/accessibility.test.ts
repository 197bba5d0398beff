/// <reference lib="dom" />
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { render } from "@auscult/report";
import { audit } from "auscult";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined)
  console.log("skipped: accessibility is not checked, for there is no Chromium on this machine");

const root = fileURLToPath(new URL("../../", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const DEMOS = ["local-validation", "cost-as-need", "asthma-pneumonia"];
const PAGES = DEMOS.flatMap((id) => ["en", "da"].map((language) => ({ id, language })));

/** WCAG 2.2 AA, and what axe calls best practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.skipIf(CHROMIUM === undefined)("every demo's page, in both languages", () => {
  const folder = mkdtempSync(join(tmpdir(), "auscult-axe-"));
  const place = (id: string, language: string): string => pathToFileURL(join(folder, `${id}.${language}.html`)).href;
  let browser: Browser;

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, "scripts", "bundle.mjs")]);
    for (const id of DEMOS) {
      const plan = join(root, "fixtures", id, `${id}.audit.yaml`);
      const { report } = await audit(plan, { now: "2026-11-24T09:00:00Z" });
      const { content } = report.plan;
      writeFileSync(join(folder, `${id}.json`), JSON.stringify([content, report.attributes, report.metrics]));
      for (const language of ["en", "da"]) {
        const { files } = await render(report, "html", { language });
        writeFileSync(fileURLToPath(place(id, language)), files[0]!.content);
      }
    }
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
    });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // The page's own policy refuses scripts from elsewhere; only here, for the checker, is it set aside.
  async function open(id: string, language: string, width = 1200, height = 900): Promise<Page> {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(place(id, language));
    return page;
  }

  test.each(PAGES)(
    "$id, $language: axe finds no violation, all unfolded",
    async ({ id, language }) => {
      const page = await open(id, language);
      await page.evaluate(axe);
      const { violations } = await page.evaluate((tags) => {
        for (const folded of document.querySelectorAll("details")) folded.open = true;
        const { axe: checker } = window as unknown as { axe: { run(of: object, how: object): Promise<AxeResults> } };
        // Pictures are hidden from assistive technology and told in words; they are not for the checker either.
        return checker.run({ exclude: [["svg"]] }, { runOnly: tags, resultTypes: ["violations"] });
      }, RULES);
      expect(
        violations.map(
          (v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0]?.html.slice(0, 120)} ${v.nodes[0]?.failureSummary}`,
        ),
      ).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  test.each(PAGES)(
    "$id, $language: says its language, and 320 pixels are wide enough to read",
    async ({ id, language }) => {
      const page = await open(id, language, 320, 640);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      const wide = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        cut: Array.from(
          document.querySelectorAll<HTMLElement>("main p, main li, main dd, main dt, h1, h2, h3, summary"),
        )
          .filter((el) => el.closest(".scroll, pre, svg") === null && el.getBoundingClientRect().right > 321)
          .map((el) => el.textContent?.slice(0, 60)),
      }));
      expect(wide).toEqual({ page: 320, cut: [] });
      await page.context().close();
    },
  );

  test.each(DEMOS)("%s, da: no English is left but the plan's own words", (id) => {
    const html = readFileSync(fileURLToPath(place(id, "da")), "utf8");
    const told = html
      .replaceAll(/<(script|style|pre)\b[\s\S]*?<\/\1>/g, "")
      .replaceAll(/aria-label="([^"]*)"/g, ">$1<")
      .replaceAll(/<[^>]+>/g, "\n")
      .replaceAll("&#39;", "'")
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    const theirs = textsIn(JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")));
    const own = theirs
      .filter((t) => t.includes(" "))
      .toSorted((a, b) => b.length - a.length)
      .reduce((whole, t) => whole.replaceAll(t, "¤"), told);
    expect(own.split("\n").filter((line) => ENGLISH.test(line))).toEqual([]);
  });

  test("at 200 % zoom nothing runs sideways", async () => {
    const page = await open("local-validation", "da", 640, 480);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    await page.context().close();
  });

  test("what is folded and belongs on paper is printed", async () => {
    const page = await open("local-validation", "en");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#evidence details.printed table").first().isVisible()).toBe(true);
    expect(await page.locator("#sign-off table").last().isVisible()).toBe(true);
    await page.context().close();
  });
});

/** Words that stand in nearly every English sentence and in no Danish one. */
const ENGLISH =
  /\b(the|and|of|is|are|was|which|that|this|from|than|with|without|where|each|every|between|threshold)\b/i;

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
