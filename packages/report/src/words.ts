import type { ProblemCode } from "@auscult/core";
import type { Flag, IntervalMethod, PhraseBook, Reason, Verdict } from "@auscult/metrics";
import type { ReportContrast, ReportEstimate, ReportFinding, SummaryVerdict } from "./audit-report.ts";
import type { AuditReport } from "./audit-report.ts";
import type { Text } from "./document.ts";
import type { NumberStyle, Unit } from "./format-number.ts";
import type { SectionId } from "./section.ts";
import type { FileWords } from "./words/files.ts";
import type { Labels } from "./words/labels.ts";
import type { Sentences } from "./words/sentences.ts";
import type { StandardWords } from "./words/standards.ts";

/** A word and what it means, for a reader who is not a statistician. */
interface Term {
  readonly name: string;
  readonly meaning: string;
}

type OutcomeKind = AuditReport["study"]["outcome"]["kind"];
type Score = NonNullable<AuditReport["study"]["score"]>;

interface Method {
  readonly name: string;
  readonly source: string;
}

/**
 * Everything that a report says in words, in one language. Sentences are made from typed facts that are already
 * formatted; nothing here decides or computes. A new language is one file of this shape and one line in `languages`.
 */
export interface Words extends StandardWords {
  /** BCP 47, e.g. "en". */
  readonly language: string;
  readonly numbers: NumberStyle;
  /** An ISO 8601 instant in UTC as a reader sees it. */
  date(iso: string): string;
  /** A day, written 2026-11-28 in data. */
  day(iso: string): string;
  readonly label: Labels;
  readonly file: FileWords;
  readonly section: Readonly<Record<SectionId, string>>;
  readonly sentence: Sentences;
  /** Metric id → name and meaning. A metric that is missing here is shown by the name it gives itself. */
  readonly metric: Readonly<Record<string, Term>>;
  /** Curve id → name, how to read it. */
  readonly curve: Readonly<Record<string, Term>>;
  readonly differenceUnit: Readonly<Record<Unit, string>>;
  readonly reason: Readonly<Record<Reason, string>>;
  readonly flag: Readonly<Record<Flag, string>>;
  readonly verdict: Readonly<Record<Verdict, Term>>;
  readonly summary: Readonly<Record<SummaryVerdict, string>>;
  /** The same, short enough for a column of a figure. */
  readonly summaryShort: Readonly<Record<SummaryVerdict, string>>;
  readonly withheld: Readonly<Record<NonNullable<ReportEstimate["intervalWithheld"]>, string>>;
  readonly intervalMethod: Readonly<Record<IntervalMethod, Method>>;
  readonly problem: Readonly<Record<ProblemCode, string>>;
  readonly notAssessed: Readonly<Record<AuditReport["notAssessed"][number]["code"], Term>>;
  readonly exploratory: Readonly<Record<AuditReport["exploratory"][number]["code"], (count: string) => string>>;
  readonly findingKind: Readonly<Record<ReportFinding["kind"], Term>>;
  readonly findingVerdict: Readonly<Record<ReportFinding["verdict"], Term>>;
  /** What analyses say, by the key of the phrase. */
  readonly phrase: PhraseBook;
  /** The questions of a finding's plain words, and the head of its limits. */
  readonly findingHead: Readonly<
    Record<NonNullable<ReportFinding["lead"]>[number]["head"] | "limits" | "choices", string>
  >;
  readonly findingScope: Readonly<Record<ReportFinding["scope"], string>>;
  readonly outcomeKind: Readonly<Record<OutcomeKind, string>>;
  /** Headings of sections that are another for a kind of outcome. */
  readonly sectionOfKind: Readonly<Record<OutcomeKind, Readonly<Partial<Record<SectionId, string>>>>>;
  /** Heads the calibration section, and the one of discrimination, by the kind of the outcome. */
  readonly calibrationIntro: Readonly<Record<OutcomeKind, string>>;
  readonly discriminationIntro: Readonly<Record<OutcomeKind, string>>;
  readonly family: Readonly<Record<AuditReport["metrics"][number]["family"], string>>;
  readonly scoreKind: Readonly<Record<Score["kind"], string>>;
  readonly direction: Readonly<Record<Score["direction"], string>>;
  readonly unitOfAnalysis: Readonly<Record<AuditReport["study"]["unitOfAnalysis"]["unit"], string>>;
  readonly take: Readonly<Record<AuditReport["study"]["unitOfAnalysis"]["take"], string>>;
  readonly multiplicity: Readonly<Record<AuditReport["family"]["multiplicity"], string>>;
  readonly familyPer: Readonly<Record<AuditReport["family"]["per"], string>>;
  readonly against: Readonly<Record<ReportContrast["against"]["kind"], string>>;
  readonly ledgerStep: Readonly<Record<string, string>>;
  /** Paragraphs of the methods section. */
  readonly methods: readonly { readonly heading: string; readonly paragraphs: readonly Text[] }[];
  /** Further ones, by the kind of the outcome. */
  readonly methodsOfKind: Readonly<Record<OutcomeKind, Words["methods"]>>;
  readonly limits: readonly Text[];
  readonly glossary: readonly Term[];
}
