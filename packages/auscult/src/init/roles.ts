import type { Seen } from "./look.ts";
import { ATTRIBUTES, POSITIVE, SIGNS } from "./signs.ts";

/** A choice that the draft makes for a person to confirm: what, why, and what else it could be. */
export interface Choice<T> {
  readonly value: T;
  readonly why: string;
  readonly others: readonly string[];
}

/** What cannot be chosen: why, and among what. */
export interface Open {
  readonly open: string;
  readonly others: readonly string[];
}

export type Draft<T> = Choice<T> | Open;

export interface Roles {
  readonly score: Draft<Seen>;
  readonly direction: Draft<"higher-is-riskier" | "lower-is-riskier">;
  readonly outcome: Draft<Seen>;
  readonly positive: Draft<string>;
  readonly patient: Draft<Seen>;
  readonly attributes: readonly { readonly seen: Seen; readonly what: string; readonly cuts?: readonly number[] }[];
  /** Attributes by name whose levels are too many to be subgroups as they stand. */
  readonly tooMany: readonly Seen[];
  /** Other columns of few levels, by which one may also look. */
  readonly alsoFew: readonly string[];
  readonly weight: Seen | undefined;
}

const MOST_SUBGROUPS = 12;
const AGE_CUTS = [18, 40, 65, 80];

export function isOpen<T>(draft: Draft<T>): draft is Open {
  return "open" in draft;
}

/** Likely roles, from names and values alone; what happened is never set against the score to find them. */
export function rolesOf(
  columns: readonly Seen[],
  named: { readonly score?: string; readonly outcome?: string } = {},
): Roles {
  const score = scoreOf(columns, named.score);
  const outcome = outcomeOf(columns, named.outcome);
  const taken = new Set([score, outcome].flatMap((role) => (isOpen(role) ? [] : [role.value.name])));
  const attributes: { seen: Seen; what: string; cuts?: readonly number[] }[] = [];
  const tooMany: Seen[] = [];
  for (const seen of columns) {
    const what = taken.has(seen.name) ? undefined : ATTRIBUTES.find(({ words }) => says(seen, words))?.what;
    if (what === undefined || seen.distinct < 2) continue;
    const cuts = what === "age" && seen.numbers !== undefined ? cutsWithin(seen.numbers) : [];
    if (cuts.length > 0) attributes.push({ seen, what, cuts });
    else if (seen.distinct <= MOST_SUBGROUPS && !seen.identifies) attributes.push({ seen, what });
    else tooMany.push(seen);
  }
  const used = new Set([...taken, ...attributes.map(({ seen }) => seen.name)]);
  return {
    score,
    direction: directionOf(score),
    outcome,
    positive: positiveOf(outcome),
    patient: patientOf(columns),
    attributes,
    tooMany,
    alsoFew: columns
      .filter((c) => !used.has(c.name) && c.distinct >= 2 && c.distinct <= MOST_SUBGROUPS && !c.identifies)
      .map(({ name }) => name),
    weight: columns.find((c) => says(c, SIGNS.weight) && c.numbers !== undefined && c.numbers.low > 0),
  };
}

function says({ words }: Seen, sign: RegExp): boolean {
  return words.some((word) => sign.test(word));
}

export function isProbability({ numbers }: Seen): boolean {
  return numbers !== undefined && numbers.low >= 0 && numbers.high <= 1;
}

function scoreOf(columns: readonly Seen[], named: string | undefined): Draft<Seen> {
  const given = columns.find(({ name }) => name === named);
  if (given !== undefined) return { value: given, why: "you named it with --score", others: [] };
  const possible = columns.filter((c) => c.numbers !== undefined && c.distinct > 2 && !c.identifies);
  const probabilities = possible.filter((c) => isProbability(c) && c.distinct > 10);
  const sign = (c: Seen): boolean => says(c, SIGNS.risk) || says(c, SIGNS.survival) || says(c, SIGNS.score);
  const byName = possible.filter(sign);
  const best = byName.find(isProbability) ?? byName[0];
  const others = (chosen?: Seen): string[] =>
    [...new Set([...byName, ...probabilities])].filter((c) => c !== chosen).map(({ name }) => name);
  if (best !== undefined) {
    const within = isProbability(best) ? ", and all its values lie in [0, 1]" : "";
    return { value: best, why: `its name says so${within}`, others: others(best) };
  }
  if (probabilities.length === 1)
    return { value: probabilities[0]!, why: "it alone has many values, all in [0, 1]", others: [] };
  const open =
    probabilities.length === 0
      ? "no column's name or values say that it is a model's score"
      : "several columns have values in [0, 1], and no name says which is the score";
  return { open, others: others() };
}

function directionOf(score: Draft<Seen>): Roles["direction"] {
  const either = ["higher-is-riskier", "lower-is-riskier"];
  if (isOpen(score)) return { open: "it depends on the score", others: either };
  if (says(score.value, SIGNS.survival))
    return { value: "lower-is-riskier", why: "the name speaks of survival", others: ["higher-is-riskier"] };
  if (says(score.value, SIGNS.risk))
    return {
      value: "higher-is-riskier",
      why: "the name speaks of a risk or a prediction",
      others: ["lower-is-riskier"],
    };
  return { open: "the name does not say whether high values mean high risk", others: either };
}

function outcomeOf(columns: readonly Seen[], named: string | undefined): Draft<Seen> {
  const given = columns.find(({ name }) => name === named);
  if (given !== undefined) return { value: given, why: "you named it with --outcome", others: [] };
  const attribute = (c: Seen): boolean => ATTRIBUTES.some(({ words }) => says(c, words));
  const possible = columns.filter((c) => c.distinct === 2 && c.dates === undefined && !attribute(c));
  const byName = possible.filter((c) => says(c, SIGNS.outcome));
  const rest = (chosen?: Seen): string[] =>
    [...new Set([...byName, ...possible])].filter((c) => c !== chosen).map(({ name }) => name);
  const best = byName[0];
  if (best !== undefined) return { value: best, why: "its name says so, and it has two levels", others: rest(best) };
  if (possible.length === 1) return { value: possible[0]!, why: "it is the only column of two levels", others: [] };
  const open =
    possible.length === 0
      ? "no column has two levels (for amounts, times and classes see outcome.kind)"
      : "several columns have two levels, and no name says which is what happened";
  return { open, others: rest() };
}

function positiveOf(outcome: Draft<Seen>): Draft<string> {
  if (isOpen(outcome)) return { open: "it depends on the outcome", others: [] };
  const levels = (outcome.value.levels ?? []).map(({ level }) => level);
  const found = levels.find((level) => {
    const other = levels.find((l) => l !== level);
    return POSITIVE.some(([yes, no]) => plain(level) === yes && other !== undefined && plain(other) === no);
  });
  const others = levels.filter((level) => level !== found);
  if (found !== undefined && levels.length === 2)
    return { value: found, why: `${JSON.stringify(found)} usually means that it happened`, others };
  return { open: "the levels do not say which of them means that the event happened", others: levels };
}

/** "1.0" is 1. */
function plain(level: string): string {
  return level
    .trim()
    .toLowerCase()
    .replace(/^([01])[.,]0+$/u, "$1");
}

function patientOf(columns: readonly Seen[]): Draft<Seen> {
  const possible = columns.filter(
    (c) => c.distinct > 10 && c.dates === undefined && (c.numbers === undefined || c.numbers.whole),
  );
  const stays = possible.filter((c) => says(c, SIGNS.stay));
  const byName = possible.filter((c) => !stays.includes(c) && (says(c, SIGNS.patient) || c.cpr));
  const bare = possible.filter((c) => !stays.includes(c) && !byName.includes(c) && says(c, SIGNS.identifier));
  const best = byName.find((c) => c.identifies) ?? byName.find((c) => says(c, SIGNS.identifier) || c.kind === "text");
  const others = [...byName, ...bare].filter((c) => c !== best).map(({ name }) => name);
  if (best !== undefined) {
    const why = best.cpr ? "its values have the form of CPR numbers" : "its name says so";
    return { value: best, why, others };
  }
  return {
    open:
      others.length > 0
        ? "no name says that it identifies patients: a number of rows or stays would hide that patients repeat"
        : "no column says that it identifies patients: without one, every row is taken for a patient of its own",
    others,
  };
}

function cutsWithin({ low, high }: { readonly low: number; readonly high: number }): number[] {
  return AGE_CUTS.filter((cut) => cut > low && cut < high);
}
