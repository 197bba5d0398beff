import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { render } from "@auscult/report";
import { audit } from "auscult";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined) console.warn("browser tests skipped: no Chromium at /usr/bin/chromium");

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe.skipIf(CHROMIUM === undefined)("the report in a real browser", () => {
  let browser: Browser;
  let page: Page;
  let folder: string;
  const complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    const plan = fileURLToPath(new URL("../../fixtures/asthma-pneumonia/asthma-pneumonia.audit.yaml", import.meta.url));
    const { report } = await audit(plan, { now: "2026-11-24T09:00:00Z" });
    folder = await mkdtemp(join(tmpdir(), "auscult-browser-"));
    for (const { name, content } of (await render(report, "html")).files) await writeFile(join(folder, name), content);
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
    page = await browser.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, "report.html")).href);
    await page.waitForLoadState("load");
    await page.evaluate("new Promise((done) => setTimeout(done, 1000))");
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  test("nothing is complained of on the console, the content security policy included", () => {
    expect(complaints).toEqual([]);
  });

  test("nothing is asked of a network", () => {
    expect(
      requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:") && !url.startsWith("blob:")),
    ).toEqual([]);
  });

  test("charts are drawn, and none writes a word that stands for nothing", async () => {
    const drawn = await page.locator("figure svg").count();
    expect(drawn).toBeGreaterThan(4);
    expect(await page.locator("figure svg path, figure svg rect").count()).toBeGreaterThan(50);
    const words = await page.locator("figure svg text").allTextContents();
    expect(words.filter((word) => /undefined|NaN|null/.test(word))).toEqual([]);
  });

  test("every chart has words for who cannot see it, and its numbers as a table", async () => {
    const figures = await page.locator("figure").count();
    expect(figures).toBeGreaterThan(4);
    const unnamed = await page
      .locator("figure svg")
      .evaluateAll(
        (all) => all.filter((svg) => svg.closest("[aria-label], [aria-labelledby], [aria-hidden]") === null).length,
      );
    expect(unnamed).toBe(0);
    expect(await page.locator("table").count()).toBeGreaterThan(5);
  });

  test("the keyboard reaches the content, first by a link that skips the contents", async () => {
    await page.keyboard.press("Tab");
    const first = await page.evaluate("document.activeElement?.getAttribute('href') ?? ''");
    expect(String(first).startsWith("#")).toBe(true);
    const reached = new Set<string>();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      reached.add(String(await page.evaluate("document.activeElement?.tagName ?? ''")));
    }
    expect(reached.has("SUMMARY") || reached.has("A")).toBe(true);
  });
});
