import { AuditError } from "../problems.ts";
import { parseXml, type XmlElement } from "./xml.ts";

/** A result of a CHAI Applied Model Card. */
export interface CardResult {
  /** Where it stands in the card, e.g. `KeyMetrics/FairnessEquity`. */
  readonly place: string;
  readonly line: number;
  readonly label: string;
  /** As shares where the card gives percent. Absent where the card gives words only, or a form that is not known. */
  readonly value?: number;
  readonly interval?: { readonly low: number; readonly high: number; readonly level: number };
  /** The card's own text. */
  readonly written: string;
  /** What the card says of the patients that it was tested on. */
  readonly population: string;
}

export interface AppliedModelCard {
  readonly version: "v0.1" | "v0.2";
  readonly model: string;
  readonly developer: string;
  readonly release: string;
  readonly results: readonly CardResult[];
}

const NAMESPACE = /^https:\/\/mc\.chai\.org\/(v0\.[12])\/schema\.xsd$/;
const PARTS = ["UsefulnessUsabilityEfficacy", "FairnessEquity", "SafetyReliability"];

/**
 * Reads a CHAI Applied Model Card, v0.1 (results in words) or v0.2 (results as labelled values).
 *
 * Throws `AuditError` with the line where it is no such card, lacks a part that its schema requires, or holds a value that
 * is not the JSON its schema means.
 */
export function readAppliedModelCard(source: string, file: string): AppliedModelCard {
  const root = parseXml(source, file);
  const version = NAMESPACE.exec(root.namespace)?.[1];
  if (root.name !== "AppliedModelCard" || (version !== "v0.1" && version !== "v0.2"))
    return fail(file, root, `<${root.name}> in "${root.namespace}" is not a CHAI Applied Model Card of v0.1 or v0.2`);
  const basic = part(file, root, "BasicInfo");
  const metrics = part(file, root, "KeyMetrics");
  return {
    version,
    model: text(part(file, basic, "ModelName")),
    developer: text(part(file, basic, "ModelDeveloper")),
    release: text(part(file, part(file, root, "ReleaseInfo"), "ReleaseVersion")),
    results: PARTS.flatMap((name) => resultsOf(file, part(file, metrics, name), version)),
  };
}

function resultsOf(file: string, metric: XmlElement, version: AppliedModelCard["version"]): CardResult[] {
  const common = {
    place: `KeyMetrics/${metric.name}`,
    population: text(part(file, metric, "TestingDataDescription")),
  };
  if (version === "v0.1") {
    const result = part(file, metric, "Result");
    return [{ ...common, line: result.line, label: "", written: text(result) }];
  }
  return part(file, metric, "Results")
    .children.filter(({ name }) => name === "MetricResult")
    .map((result) => {
      const json = part(file, result, "ValueJson");
      return {
        ...common,
        line: result.line,
        label: text(part(file, result, "Label")),
        written: text(json),
        ...valueOf(file, json),
      };
    });
}

function valueOf(file: string, element: XmlElement): Pick<CardResult, "value" | "interval"> {
  let found: unknown;
  try {
    found = JSON.parse(element.text);
  } catch {
    return fail(file, element, "<ValueJson> does not hold JSON");
  }
  if (typeof found !== "object" || found === null || Array.isArray(found))
    return fail(file, element, "<ValueJson> does not hold an object");
  const { kind, value, estimate, lower, upper, level, unit } = found as Readonly<Record<string, unknown>>;
  const per = unit === "%" ? 100 : 1;
  const number = (x: unknown): number | undefined =>
    typeof x === "number" && Number.isFinite(x) ? shareOf(x, per) : undefined;
  if (kind === "single") return optional({ value: number(value) });
  if (kind !== "estimate_ci") return {};
  const [low, high, own] = [number(lower), number(upper), typeof level === "number" ? level : undefined];
  const share = own === undefined ? undefined : own > 1 ? own / 100 : own;
  const interval =
    low === undefined || high === undefined || share === undefined ? undefined : { low, high, level: share };
  return optional({ value: number(estimate), interval });
}

/** A share of percent without the tail of the division: 93.9 % is 0.939, not 0.9390000000000001. */
function shareOf(value: number, per: number): number {
  return per === 1 ? value : Number((value / per).toPrecision(15));
}

function optional<T extends object>(of: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, x]) => x !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function part(file: string, of: XmlElement, name: string): XmlElement {
  const found = of.children.find((child) => child.name === name);
  return found ?? fail(file, of, `<${of.name}> has no <${name}>`);
}

function text({ text: raw }: XmlElement): string {
  return raw.replaceAll(/\s+/g, " ").trim();
}

function fail(file: string, { line }: XmlElement, what: string): never {
  throw new AuditError([
    {
      code: "FILE_UNREADABLE",
      where: { file, line },
      what,
      remedy: "Give a card that follows the schema of its version, or write the claims into the plan by hand.",
    },
  ]);
}
