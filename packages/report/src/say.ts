import type { ReportLabel, ReportQuantity } from "./audit-report/label.ts";
import type { View } from "./view.ts";

/** What a label needs to be said. */
export type Speaker = Pick<View, "words" | "numbers" | "metricName" | "subgroupName">;
type Fact = number | ReportQuantity | ReportLabel;

/** A label in the reader's language: the plan's own words as they are, a phrase as the catalogue words it. */
export function say(speaker: Speaker, label: ReportLabel): string {
  if (typeof label === "string") return label;
  if ("metric" in label) return speaker.metricName(label.metric, label.threshold);
  if ("subgroup" in label) return speaker.subgroupName(label.subgroup);
  const book = speaker.words.phrase as unknown as Readonly<
    Record<string, ((facts: Record<string, string>) => string) | undefined>
  >;
  const facts = Object.entries(label.with ?? {}).map(([key, fact]) => [key, factText(speaker, fact)] as const);
  const tell = Object.hasOwn(book, label.say) ? book[label.say] : undefined;
  // A report of a later version may say what this one has no words for: its key and its facts are shown, nothing is lost.
  return tell === undefined ? [label.say, ...facts.map(([, text]) => text)].join(" ") : tell(Object.fromEntries(facts));
}

function factText(speaker: Speaker, fact: Fact): string {
  if (typeof fact === "object" && "value" in fact) return quantityText(speaker, fact);
  if (typeof fact !== "number") return say(speaker, fact);
  return Number.isInteger(fact) ? speaker.numbers.count(fact) : speaker.numbers.plain(fact);
}

function quantityText({ numbers }: Speaker, { value, unit, low, high }: ReportQuantity): string {
  const text = numbers.value(value, unit);
  return low === undefined || high === undefined ? text : `${text} (${numbers.range(low, high, unit)})`;
}
