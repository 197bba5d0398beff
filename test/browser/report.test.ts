/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseReport, render } from "@auscult/report";
import { audit } from "auscult";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined)
  console.log("skipped: the report is not opened in a browser, for there is no Chromium on this machine");

const root = fileURLToPath(new URL("../../", import.meta.url));
const EVIL = `"><img src=x onerror="document.title='broken in'"><script>document.title='broken in'</script>`;

describe.skipIf(CHROMIUM === undefined)("the report in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "auscult-browser-"));
  const file = join(folder, "report.html");
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, "scripts", "bundle.mjs")]);
    const plan = join(root, "fixtures", "asthma-pneumonia", "asthma-pneumonia.audit.yaml");
    const { report } = await audit(plan, { now: "2026-11-24T09:00:00Z" });
    const hostile = {
      ...report,
      title: EVIL,
      attributes: report.attributes.map((a) => ({ ...a, label: `${a.label} ${EVIL}` })),
    };
    const { files } = await render(parseReport(JSON.stringify(hostile), "report.json"), "html");
    writeFileSync(file, files[0]!.content);
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await scrollThrough(page);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("opens without a word on the console, and every chart answers", async () => {
    const panels = await page.locator("[data-panel]").count();
    expect(panels).toBeGreaterThan(20);
    expect(await page.locator("[data-drawn]").count()).toBe(panels);
    expect(complaints).toEqual([]);
  });

  test("asks the network for nothing", () => {
    expect(requests).toEqual([pathToFileURL(file).href]);
  });

  test("keeps its own policy: eval and a script from elsewhere are refused", async () => {
    const policy = await page.locator("meta[http-equiv]").getAttribute("content");
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+'/);
    expect(policy).not.toContain("unsafe");
  });

  test("a hostile name is text", async () => {
    expect(await page.title()).toBe(EVIL);
    expect(await page.locator("h1").textContent()).toBe(EVIL);
    expect(await page.locator("main img").count()).toBe(0);
  });

  test("every chart has marks, drawn by the page as by the renderer", async () => {
    const without = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1200, height: 900 } });
    await without.goto(pathToFileURL(file).href);
    const still = await shapes(without);
    const alive = await shapes(page);
    await without.close();
    expect(still.length).toBe(alive.length);
    expect(still.filter(({ marks }) => marks === 0)).toEqual([]);
    expect(alive.filter(({ marks }) => marks === 0)).toEqual([]);
    expect([...still, ...alive].filter(({ words }) => /undefined|NaN|null/.test(words))).toEqual([]);
    expect(alive.map(({ words, size }) => ({ words, size }))).toEqual(
      still.map(({ words, size }) => ({ words, size })),
    );
  });

  test("a point tells its numbers when it is pointed at", async () => {
    const chart = page.locator("#figure-at-a-glance [data-panel]");
    await chart.scrollIntoViewIfNeeded();
    await chart.locator(".mark-symbol path").first().hover();
    await expect.poll(() => page.locator(".tooltip.shown").textContent()).toMatch(/\d \(\d.* to .*\d\)/);
  });

  test("can be reached by keyboard: skip link first, tables open with Enter", async () => {
    const fresh = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await fresh.goto(pathToFileURL(file).href);
    await fresh.keyboard.press("Tab");
    expect(await focused(fresh)).toBe("a.skip");
    await fresh.keyboard.press("Enter");
    expect(await fresh.evaluate(() => document.activeElement?.id)).toBe("main");
    const summary = fresh.locator("#figure-at-a-glance summary");
    await summary.focus();
    await fresh.keyboard.press("Enter");
    await expect.poll(() => fresh.locator("#figure-at-a-glance details table").isVisible()).toBe(true);
    const unreachable = await fresh.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>(".scroll"))
        .filter((el) => el.scrollWidth > el.clientWidth + 1 && el.tabIndex < 0)
        .map((el) => el.textContent?.slice(0, 40)),
    );
    expect(unreachable).toEqual([]);
    await fresh.close();
  });

  test("has landmarks, one first heading, headings in order, and names for all images", async () => {
    for (const landmark of ["main", "header", "footer", "nav[aria-label]"])
      expect(await page.locator(landmark).count()).toBe(1);
    const levels = await page.locator("h1, h2, h3").evaluateAll((all) => all.map((h) => Number(h.tagName.slice(1))));
    expect(levels.filter((l) => l === 1)).toHaveLength(1);
    expect(levels.filter((l, i) => i > 0 && l > levels[i - 1]! + 1)).toEqual([]);
    expect(await page.locator('[role="img"]:not([aria-label])').count()).toBe(0);
    expect(await page.locator("table:not(:has(caption))").count()).toBe(0);
    const unnamed = await page
      .locator("figure svg")
      .evaluateAll((all) => all.filter((svg) => svg.closest("[aria-label], [aria-hidden]") === null).length);
    expect(unnamed).toBe(0);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  });

  test("text stands out enough from the page (WCAG AA)", async () => {
    const faint = await page.evaluate(() => {
      const light = (css: string): number => {
        const [r = 0, g = 0, b = 0] = (css.match(/[\d.]+/g) ?? []).map(Number);
        const part = (v: number): number => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
      };
      return Array.from(document.querySelectorAll<HTMLElement>("body *"))
        .filter((el) => Array.from(el.childNodes).some((n) => n.nodeType === 3 && (n.textContent ?? "").trim() !== ""))
        .map((el) => ({ el, css: getComputedStyle(el) }))
        .filter(({ el }) => el.closest("script, style, .skip") === null)
        .map(({ el, css }) => ({
          text: el.textContent?.slice(0, 30),
          color: el.closest("svg") === null ? css.color : css.fill,
        }))
        .filter(({ color }) => 1.05 / (light(color) + 0.05) < 4.5 && color !== "rgb(255, 255, 255)");
    });
    expect(faint).toEqual([]);
  });

  test("a phone scrolls down and not sideways", async () => {
    const phone = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await phone.goto(pathToFileURL(file).href);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await phone.locator(".contents details").getAttribute("open")).toBeNull();
    await phone.close();
  });

  test("on paper the contents go and nothing is cut off", async () => {
    const paper = await browser.newPage({ viewport: { width: 680, height: 960 } });
    await paper.goto(pathToFileURL(file).href);
    await paper.emulateMedia({ media: "print" });
    expect(await paper.locator(".contents").isVisible()).toBe(false);
    const wide = await paper.evaluate(
      () =>
        Array.from(document.querySelectorAll(".drawing svg")).filter((svg) => svg.getBoundingClientRect().right > 681)
          .length,
    );
    expect(wide).toBe(0);
    expect((await paper.pdf({ format: "A4" })).length).toBeGreaterThan(50_000);
    await paper.close();
  });

  test("the page is small, whatever the rows", () => {
    expect(readFileSync(file).length).toBeLessThan(3_000_000);
  });
});

async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 700) {
    await page.evaluate((to) => window.scrollTo(0, to), y);
    await page.waitForTimeout(40);
  }
  await page.waitForFunction(
    () => document.querySelectorAll("[data-panel]:not([data-drawn])").length === 0,
    undefined,
    { timeout: 60_000 },
  );
  await page.evaluate(() => window.scrollTo(0, 0));
}

interface Shape {
  readonly words: string;
  readonly size: string;
  readonly marks: number;
}

/** What each chart shows: its words, its size, how many lines and marks; shared axes counted as if drawn in place. */
function shapes(page: Page): Promise<Shape[]> {
  return page.locator("[data-panel]").evaluateAll((places) =>
    places.map((place) => {
      const svg = place.querySelector("svg")!;
      const shared = Array.from(
        svg.querySelectorAll("use"),
        (use) => document.querySelector(use.getAttribute("href") ?? "")!,
      );
      const texts = [
        ...Array.from(svg.querySelectorAll("text")),
        ...shared.flatMap((axis) => Array.from(axis.querySelectorAll("text"))),
      ];
      return {
        words: texts
          .map((t) => t.textContent)
          .filter((t) => t !== "")
          .toSorted((a, b) => (a < b ? -1 : 1))
          .join("|"),
        size: `${Math.round(Number(svg.getAttribute("width")))}x${Math.round(Number(svg.getAttribute("height")))}`,
        marks: Array.from(svg.querySelectorAll("path, rect, line")).filter((mark) => mark.closest("defs") === null)
          .length,
      };
    }),
  );
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement!;
    return `${at.tagName.toLowerCase()}.${at.className}`;
  });
}
