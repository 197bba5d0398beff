import { curves, distances, metrics } from "@auscult/metrics";
import { languages } from "./languages.ts";
import { LANGUAGES } from "./render.ts";
import type { Words } from "./words.ts";

/** A word of Auscult's and what it means, in one language. */
export interface Explanation {
  readonly id: string;
  readonly kind:
    | "metric"
    | "curve"
    | "distance"
    | "verdict"
    | "summary"
    | "finding kind"
    | "finding verdict"
    | "reason"
    | "flag"
    | "interval withheld"
    | "interval method"
    | "not assessed"
    | "problem"
    | "term";
  /** As a report prints it; the id where it prints the meaning alone. */
  readonly name: string;
  readonly meaning?: string;
  /** DOIs or short citations. */
  readonly source?: readonly string[];
}

/** Every word that a report or a problem can use by its id, from the catalogue that reports are written with. */
export function explanations(language = "en"): Explanation[] {
  const words = languages.find((w) => w.language === language);
  if (words === undefined) throw new RangeError(`no language "${language}"; there are ${LANGUAGES.join(", ")}`);
  const terms = (kind: Explanation["kind"], from: Readonly<Record<string, Words["metric"][string]>>): Explanation[] =>
    Object.entries(from).map(([id, { name, meaning }]) => ({ id, kind, name, meaning }));
  const texts = (kind: Explanation["kind"], from: Readonly<Record<string, string>>): Explanation[] =>
    Object.entries(from).map(([id, meaning]) => ({ id, kind, name: id, meaning }));
  return [
    ...withSources(terms("metric", words.metric)),
    ...terms("curve", words.curve).map((e) => ({ ...e, ...sourced(curves.find(({ id }) => id === e.id)?.source) })),
    ...distances.map(({ id, name, source }): Explanation => ({ id, kind: "distance", name, source })),
    ...terms("verdict", words.verdict),
    ...Object.entries(words.summary).map(([id, name]): Explanation => ({ id, kind: "summary", name })),
    ...terms("finding kind", words.findingKind),
    ...terms("finding verdict", words.findingVerdict),
    ...texts("reason", words.reason),
    ...texts("flag", words.flag),
    ...texts("interval withheld", words.withheld),
    ...Object.entries(words.intervalMethod).map(
      ([id, { name, source }]): Explanation => ({ id, kind: "interval method", name, source: [source] }),
    ),
    ...terms("not assessed", words.notAssessed),
    ...texts("problem", words.problem),
    ...words.glossary.map(({ name, meaning }): Explanation => ({ id: name, kind: "term", name, meaning })),
  ];
}

function withSources(found: readonly Explanation[]): Explanation[] {
  const known = new Map<string, readonly string[]>(metrics.map(({ id, source }) => [id, source]));
  return found.map((e) => ({ ...e, ...sourced(known.get(e.id)) }));
}

function sourced(source: readonly string[] | undefined): Pick<Explanation, "source"> {
  return source === undefined ? {} : { source };
}
