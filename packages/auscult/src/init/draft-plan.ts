import { type Choice, type Draft, isOpen, isProbability, type Roles } from "./roles.ts";
import type { Seen } from "./look.ts";

/** What the draft is of. */
export interface DraftOf {
  /** Sources relative to the plan's folder, with forward slashes. */
  readonly sources: readonly string[];
  readonly columns: readonly Seen[];
  readonly roles: Roles;
  readonly missing: readonly string[];
  readonly decimal?: string;
}

const MARK = "CHOOSE:";
const WIDTH = 116;
const DRAFTED = JSON.stringify("Not decided yet: drafted by auscult init.");

/** A plan with a comment on everything that a person has to decide: `# CHOOSE:`, why it stands so, what else it could be. */
export function draftPlan({ sources, columns, roles, missing, decimal }: DraftOf): string {
  const { score, direction, outcome, positive, patient, attributes, tooMany, alsoFew, weight } = roles;
  const kind = isOpen(score) ? undefined : isProbability(score.value) ? "probability" : "ordinal";
  const lines = [
    ...comment(
      "",
      "A draft by auscult init. Every line marked CHOOSE is for a person to decide and to give the reason for; then take the mark away. Decide before you look at results: thresholds, references and margins chosen afterwards prove nothing.",
    ),
    "auscult: 1",
    ...choose("", "a title."),
    'title: "Not titled yet"',
    "model:",
    ...choose("  ", "which model, of which version, and what it is used for, for whom and by whom."),
    '  name: "Not stated"',
    '  version: "Not stated"',
    '  intendedPurpose: "Not stated"',
    "data:",
    `  source: ${sources.length === 1 ? text(sources[0]!) : `[${sources.map(text).join(", ")}]`}`,
    ...(decimal === undefined ? [] : [`  csv: { decimal: ${text(decimal)} } # as the file shows`]),
    ...missingLines(columns, missing),
    "score:",
    ...keyed("  ", "column", score, ({ name }) => text(name)),
    ...(kind === undefined
      ? [...choose("  ", "probability or ordinal."), "  # kind: probability"]
      : [
          ...choose(
            "  ",
            kind === "probability"
              ? "probability, because all values lie in [0, 1]. Else ordinal: only the order means something."
              : "ordinal, because not all values lie in [0, 1]: only the order means something.",
          ),
          `  kind: ${kind}`,
        ]),
    ...keyed("  ", "direction", direction, (value) => value),
    "outcome:",
    ...keyed("  ", "column", outcome, ({ name }) => text(name)),
    ...keyed("  ", "positive", positive, text),
    ...(isOpen(positive) ? [] : [`  negative: [${positive.others.map(text).join(", ")}]`]),
    ...choose("  ", "the outcome in words: what, how it was ascertained, how long it was awaited."),
    '  description: "Not stated"',
    ...keyed("", "patient", patient, ({ name }) => text(name)),
    ...(weight === undefined ? [] : choose("", `a sampling weight? weight: ${text(weight.name)}`)),
    ...choose(
      "",
      "the thresholds that are used at the bedside, on the score as turned by its direction. None is drafted.",
    ),
    "# thresholds:",
    '#   - { at: 0.15, reason: "…" }',
    ...subgroupLines(attributes),
    ...tooMany.flatMap(({ name, distinct, numbers }) =>
      choose(
        "",
        numbers === undefined
          ? `${text(name)} has ${distinct} levels, too many for subgroups as they stand: group them in the data.`
          : `${text(name)} has ${distinct} values: to look by it, add a subgroup with bands (cut points).`,
      ),
    ),
    ...(alsoFew.length === 0
      ? []
      : comment("", `Other columns of few levels, by which one may also look: ${alsoFew.map(text).join(", ")}.`)),
    "primary:",
    ...choose(
      "  ",
      "auroc, because every score can be ranked. Else a metric at a threshold, e.g. sensitivity with threshold: 0.15.",
    ),
    "  metric: auroc",
    `  reason: ${DRAFTED}`,
    ...choose(
      "",
      "the margin: the difference that does not matter clinically. Without it no verdict of equivalence is possible.",
    ),
    "# margins:",
    '#   auroc: { difference: 0.05, reason: "…" }',
  ];
  return `${lines.join("\n")}\n`;
}

function missingLines(columns: readonly Seen[], missing: readonly string[]): string[] {
  const doubtful = columns.filter(({ perhapsMissing }) => perhapsMissing.length > 0);
  if (doubtful.length === 0) return [];
  const values = [...new Set(doubtful.flatMap(({ perhapsMissing }) => perhapsMissing))];
  const where = doubtful.map(({ name, perhapsMissing }) => `${text(name)} (${perhapsMissing.map(text).join(", ")})`);
  return [
    ...choose("  ", `do these values mean "not recorded"? ${where.join("; ")}. If so, take this line in:`),
    `  # missing: [${[...missing, ...values].map((value) => JSON.stringify(value)).join(", ")}]`,
  ];
}

function subgroupLines(attributes: Roles["attributes"]): string[] {
  if (attributes.length === 0)
    return [
      ...choose("", "by which attributes to look; no column's name says that it is one."),
      "# subgroups:",
      "#   - { id: sex, column: … }",
    ];
  const ids = new Set<string>();
  return [
    ...choose(
      "",
      "by which attributes to look, and against which level. Without a reference each level is compared with the rest.",
    ),
    "subgroups:",
    ...attributes.flatMap(({ seen, what, cuts }) => {
      const levels =
        cuts === undefined
          ? `one of ${(seen.levels ?? []).map(({ level }) => text(level)).join(", ")}`
          : `a band, typed as ">=${cuts.at(-1)}" or "<${cuts[0]}"`;
      return [
        `  - id: ${idOf(seen, ids)} # ${what}, by its name`,
        `    column: ${text(seen.name)}`,
        ...(cuts === undefined ? [] : [...choose("    ", "the cut points."), `    bands: [${cuts.join(", ")}]`]),
        ...comment("    ", `reference: { level: …, reason: "…" } # ${levels}`),
      ];
    }),
  ];
}

/** A short name of ASCII letters, each once: "køn" is koen. */
function idOf({ words, name }: Seen, taken: Set<string>): string {
  const ascii = words
    .join("-")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .normalize("NFD")
    .replaceAll(/[^a-z0-9-]/gu, "");
  const start = /^[a-z]/.test(ascii) ? ascii : `by-${ascii === "" ? "column" : ascii}`;
  let id = start;
  for (let n = 2; taken.has(id); n++) id = `${start}-${n}`;
  taken.add(id);
  return id === "" ? name : id;
}

function keyed<T>(indent: string, key: string, draft: Draft<T>, write: (value: T) => string): string[] {
  const others = draft.others.map(text);
  if (isOpen(draft)) {
    const among = others.length === 0 ? "" : ` It could be ${others.join(", ")}.`;
    return [...choose(indent, `${key}. Not drafted: ${draft.open}.${among}`), `${indent}# ${key}: …`];
  }
  return [...choose(indent, reasoned(key, draft, others)), `${indent}${key}: ${write(draft.value)}`];
}

function reasoned(key: string, { why }: Choice<unknown>, others: readonly string[]): string {
  return `${key}, because ${why}.${others.length === 0 ? "" : ` Else ${others.join(", ")}.`}`;
}

function choose(indent: string, what: string): string[] {
  return comment(indent, `${MARK} ${what}`);
}

/** Comment lines, broken between words. */
function comment(indent: string, what: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of what.split(" ")) {
    if (line !== "" && indent.length + line.length + word.length + 3 > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part, i) => `${indent}# ${i === 0 ? "" : "  "}${part}`);
}

/** A name or level as YAML writes it: bare where that cannot be misread. */
function text(value: string): string {
  const bare = /^[\p{L}][\p{L}\p{Nd}_.-]*$/u.test(value) && !/^(?:y|n|yes|no|true|false|null|on|off)$/iu.test(value);
  return bare || /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) ? value : JSON.stringify(value);
}
