/**
 * The candidate most like `name`, or undefined where none is near: at most a third of the longer name may differ
 * (Damerau's edits: insert, delete, replace, swap neighbours). Case, spaces, hyphens and underscores do not count.
 * Ties go to the earlier candidate.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(name);
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const other = plain(candidate);
    const distance = editDistance(wanted, other);
    const longer = Math.max(wanted.length, other.length);
    if (distance <= Math.max(1, Math.floor(longer / 3)) && distance < longer && distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** "Did you mean ...?" for the end of a remedy; empty where nothing is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const found = nearest(name, candidates);
  return found === undefined ? "" : ` Did you mean ${JSON.stringify(found)}?`;
}

function plain(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, "");
}

/** Optimal string alignment distance: the fewest edits, no stretch edited twice. */
function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) edits = Math.min(edits, twoBack[j - 2]! + 1);
      row.push(edits);
    }
    twoBack = last;
    last = row;
  }
  return last[b.length]!;
}
