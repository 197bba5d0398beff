import pc from "picocolors";
import type { Share } from "../step.ts";

/** Steps told on stderr, on a terminal only and never with `quiet`; results go to stdout. */
export interface Progress {
  step(what: string, share?: Share): void;
  done(what: string): void;
}

/** Where progress is told: stderr, and what is known of it. */
interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Below this many seconds nothing is said of the time left: it would be over before it was read. */
const WORTH_SAYING = 3;

export function progress(
  quiet: boolean,
  terminal: Terminal = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const live = !quiet && terminal.isTTY === true && process.env["TERM"] !== "dumb";
  const { dim } = pc.createColors(live && (process.env["NO_COLOR"] ?? "") === "");
  const clear = (): void => void (live && terminal.write("\r\u001B[2K"));
  let began: { readonly what: string; readonly at: number; readonly done: number } | undefined;
  return {
    step(what, share) {
      if (!live) return;
      clear();
      if (share === undefined) began = undefined;
      else if (began?.what !== what) began = { what, at: now(), done: share.done };
      const far = share === undefined ? "" : ` ${bar(share)}${left(share, began!, now())}`;
      terminal.write(dim(`${what} …${far}`));
    },
    done(what) {
      clear();
      if (!quiet) terminal.write(`${what}\n`);
    },
  };
}

function bar({ done, all }: Share): string {
  const full = all === 0 ? 10 : Math.min(10, Math.floor((10 * done) / all));
  return `[${"█".repeat(full)}${"·".repeat(10 - full)}] ${done} of ${all}`;
}

/** At the pace so far; nothing before there is one. */
function left({ done, all }: Share, began: { readonly at: number; readonly done: number }, now: number): string {
  const since = done - began.done;
  if (since <= 0) return "";
  const seconds = Math.round(((now - began.at) / 1000 / since) * (all - done));
  if (seconds < WORTH_SAYING) return "";
  return seconds < 90 ? `, about ${seconds} s left` : `, about ${Math.round(seconds / 60)} min left`;
}
