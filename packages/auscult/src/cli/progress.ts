import pc from "picocolors";

/** Steps told on stderr, on a terminal only and never with `quiet`; results go to stdout. */
export interface Progress {
  step(what: string): void;
  done(what: string): void;
}

export function progress(quiet: boolean): Progress {
  const live = !quiet && process.stderr.isTTY;
  const clear = (): void => void (live && process.stderr.write("\r\u001B[2K"));
  return {
    step(what) {
      if (!live) return;
      clear();
      process.stderr.write(pc.dim(`${what} …`));
    },
    done(what) {
      clear();
      if (!quiet) process.stderr.write(`${what}\n`);
    },
  };
}
