import { afterEach, expect, test, vi } from "vitest";
import { progress } from "../src/cli/progress.ts";

afterEach(() => vi.unstubAllEnvs());

function terminal(isTTY: boolean): { readonly isTTY: boolean; write(text: string): void; readonly written: string[] } {
  const written: string[] = [];
  return { isTTY, written, write: (text) => void written.push(text) };
}

test("on a terminal: a bar, and the time left at the pace so far", () => {
  vi.stubEnv("NO_COLOR", "1");
  vi.stubEnv("TERM", "xterm");
  const screen = terminal(true);
  let now = 0;
  const told = progress(false, screen, () => now);
  told.step("estimating", { done: 0, all: 4 });
  expect(screen.written.at(-1)).toBe("estimating … [··········] 0 of 4");
  now = 10_000;
  told.step("estimating", { done: 1, all: 4 });
  expect(screen.written.at(-1)).toBe("estimating … [██········] 1 of 4, about 30 s left");
  now = 400_000;
  told.step("estimating", { done: 2, all: 4 });
  expect(screen.written.at(-1)).toBe("estimating … [█████·····] 2 of 4, about 7 min left");
  told.step("composing");
  expect(screen.written.at(-1)).toBe("composing …");
  told.step("writing", { done: 1, all: 2 });
  expect(screen.written.at(-1)).toBe("writing … [█████·····] 1 of 2");
});

test("colour on a terminal only, and none with NO_COLOR", () => {
  vi.stubEnv("TERM", "xterm");
  vi.stubEnv("NO_COLOR", "");
  const screen = terminal(true);
  progress(false, screen).step("reading");
  expect(screen.written.at(-1)).toBe("\u001B[2mreading …\u001B[22m");
  vi.stubEnv("NO_COLOR", "1");
  progress(false, screen).step("reading");
  expect(screen.written.at(-1)).toBe("reading …");
});

test.each([
  ["no terminal", false, "xterm"],
  ["a terminal that cannot clear a line", true, "dumb"],
])("%s: the last word alone, without control characters", (_, isTTY, term) => {
  vi.stubEnv("TERM", term);
  const screen = terminal(isTTY);
  const told = progress(false, screen);
  told.step("reading", { done: 1, all: 2 });
  told.done("done");
  expect(screen.written).toEqual(["done\n"]);
});

test("quiet says nothing", () => {
  vi.stubEnv("TERM", "xterm");
  const screen = terminal(true);
  const told = progress(true, screen);
  told.step("reading");
  told.done("done");
  expect(screen.written.join("")).toBe("");
});
