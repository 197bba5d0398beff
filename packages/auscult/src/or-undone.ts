type Undo = () => void;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const undoings: Undo[] = [];

/**
 * Writes, and where a signal (Ctrl-C) ends the process meanwhile, undoes first what stands half-written. `undo` cannot wait:
 * it is synchronous. Outside of writing no signal is caught, so that a long computation ends at once.
 */
export async function orUndone<T>(undo: Undo, write: () => Promise<T>): Promise<T> {
  if (undoings.length === 0) for (const signal of SIGNALS) process.on(signal, end);
  undoings.push(undo);
  try {
    return await write();
  } finally {
    undoings.splice(undoings.indexOf(undo), 1);
    if (undoings.length === 0) for (const signal of SIGNALS) process.off(signal, end);
  }
}

function end(signal: NodeJS.Signals): void {
  for (const undo of undoings.splice(0).toReversed()) {
    try {
      undo();
    } catch {
      // The next run puts right what could not be undone now.
    }
  }
  for (const other of SIGNALS) process.off(other, end);
  // The signal again, now uncaught: the shell sees that the process was interrupted. Another's handler has had it already.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
