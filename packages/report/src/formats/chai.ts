import type { AuditReport } from "../audit-report.ts";
import { documentOf } from "../document-of.ts";
import { inLanguage } from "../file-name.ts";
import type { Format } from "../format.ts";
import { escape } from "../html/escape.ts";
import { keyMetrics, type MetricAt } from "../key-metrics.ts";
import { estimateText } from "../results-text.ts";
import { statementText } from "../statement-text.ts";
import { textPlain } from "../text-plain.ts";
import { type View, view } from "../view.ts";

/** An element of the card: its name, and its text or its children. */
type Element = readonly [name: string, content: string | readonly Element[]];

const CALIBRATION = [
  "observedExpectedRatio",
  "calibrationInTheLarge",
  "calibrationSlope",
  "integratedCalibrationIndex",
];

/**
 * The CHAI Applied Model Card, v0.2 (https://mc.chai.org/v0.2/schema.xsd), as far as an audit can fill it in: who, what for,
 * results with their intervals. What only the developer knows is said not to be stated here, never made up.
 */
export const chai: Format = {
  id: "chai",
  render: (report, words) => {
    const seen = view(report, words);
    const body = card(seen)
      .map((element) => xml(element, 1))
      .join("");
    return [
      {
        name: inLanguage("model-card", ".xml", words.language),
        content: `<?xml version="1.0" encoding="UTF-8"?>\n<AppliedModelCard xmlns="https://mc.chai.org/v0.2/schema.xsd">\n${body}</AppliedModelCard>\n`,
      },
    ];
  },
};

function card(seen: View): readonly Element[] {
  const { report, words } = seen;
  const { model, outcome, identification } = report.study;
  const unstated = words.file.notStated;
  const headlines = report.statements
    .map((s) => statementText(seen, s))
    .map(({ badge, text }) => `${badge}: ${textPlain(text)}`);
  const limits = report.notAssessed.map(
    ({ code }) => `${words.notAssessed[code].name}: ${words.notAssessed[code].meaning}`,
  );
  const findings = report.statements
    .filter(({ kind }) => kind === "finding" || kind === "gap-shown" || kind === "more-gaps-shown")
    .map((s) => textPlain(statementText(seen, s).text));
  return [
    [
      "BasicInfo",
      [
        ["ModelName", model.name],
        ["ModelDeveloper", model.manufacturer ?? unstated],
        ["DeveloperContact", unstated],
      ],
    ],
    [
      "ReleaseInfo",
      [
        ["ReleaseStage", unstated],
        ["ReleaseDate", unstated],
        ["ReleaseVersion", model.version],
        ["GlobalAvailability", unstated],
      ],
    ],
    [
      "ModelSummary",
      [
        ["Summary", [model.intendedPurpose, ...headlines].join(" ")],
        [
          "Keywords",
          [
            ["Keyword", words.label.reportKind],
            ["Keyword", "Auscult"],
          ],
        ],
      ],
    ],
    [
      "UsesAndDirections",
      [
        ["IntendedUseAndWorkflow", model.intendedPurpose],
        ["PrimaryIntendedUsers", identification?.users ?? unstated],
        ["HowToUse", identification?.instructionsForUse ?? unstated],
        ["TargetedPatientPopulation", identification?.population ?? unstated],
        ["CautionedOutOfScopeSettings", unstated],
      ],
    ],
    [
      "Warnings",
      [
        ["KnownRisksAndLimitations", limits.join(" ")],
        ["KnownBiasesOrEthicalConsiderations", findings.length === 0 ? unstated : findings.join(" ")],
        ["ClinicalRiskLevel", unstated],
      ],
    ],
    [
      "TrustIngredients",
      [
        [
          "AISystemFacts",
          [
            ["OutcomesAndOutputs", outcome.description],
            ["ModelType", unstated],
            ["InputDataSource", unstated],
            [
              "OutputAndInputDataTypes",
              report.study.score === undefined ? unstated : words.scoreKind[report.study.score.kind],
            ],
            ["DevelopmentDataCharacterization", unstated],
            ["BiasMitigationApproaches", unstated],
            ["OngoingMaintenance", unstated],
          ],
        ],
        [
          "TransparencyInformation",
          [
            ["FundingSource", unstated],
            ["StakeholdersConsulted", unstated],
          ],
        ],
      ],
    ],
    ["KeyMetrics", keyMetricParts(seen)],
    [
      "Resources",
      [
        [
          "EvaluationReferences",
          `${report.title}, ${words.date(report.created)}. ${words.label.planSha256} ${report.plan.sha256}.`,
        ],
        ["PeerReviewedPublications", unstated],
        ["PatientConsentOrDisclosure", unstated],
      ],
    ],
    ["Bibliography", sources(report)],
  ];
}

function keyMetricParts(seen: View): readonly Element[] {
  const { report, words } = seen;
  const { primary } = report.study;
  const about = documentOf(report, words)[0]?.blocks[0];
  const population = about?.kind === "paragraph" ? textPlain(about.text) : words.label.cohortRows;
  const own = { metric: primary.metric, threshold: primary.threshold };
  const part = (name: string, goal: string, results: readonly Element[], kinds: readonly string[]): Element => {
    const read = report.statements
      .filter(({ kind }) => kinds.includes(kind))
      .map((s) => textPlain(statementText(seen, s).text));
    return [
      name,
      [
        ["MetricGoal", goal],
        [
          "Results",
          results.length === 0
            ? [result(words.label.notComputed, { kind: "text", value: words.label.notComputed })]
            : results,
        ],
        ["Interpretation", read.length === 0 ? words.file.notStated : read.join(" ")],
        ["TestType", words.label.reportKind],
        ["TestingDataDescription", population],
        ["ValidationProcessAndJustification", primary.reason],
      ],
    ];
  };
  const subgroups = report.attributes.flatMap((a) => a.subgroups);
  const calibration = CALIBRATION.map((metric) => ({ metric, threshold: undefined })).filter(
    ({ metric }) => seen.estimate(metric, undefined, "overall") !== undefined,
  );
  return [
    part(
      "UsefulnessUsabilityEfficacy",
      seen.metricName(primary.metric, primary.threshold),
      keyMetrics(seen).map((m) => resultOf(seen, m, "overall")),
      ["overall"],
    ),
    part(
      "FairnessEquity",
      words.sentence.differencesIn(seen.metricName(primary.metric, primary.threshold)),
      subgroups
        .filter((id) => seen.estimate(own.metric, own.threshold, id) !== undefined)
        .map((id) => resultOf(seen, own, id)),
      ["gap-shown", "more-gaps-shown", "equivalent", "inconclusive", "not-judged", "not-estimable"],
    ),
    part(
      "SafetyReliability",
      words.family.calibration,
      calibration.map((m) => resultOf(seen, m, "overall")),
      ["calibration"],
    ),
  ];
}

/** A result with its interval as the card's viewers read it; one without a value says why. */
function resultOf(seen: View, { metric, threshold }: MetricAt, subgroup: string): Element {
  const estimate = seen.estimate(metric, threshold, subgroup);
  const label = `${seen.metricName(metric, threshold)}, ${seen.subgroupName(subgroup)}`;
  if (typeof estimate?.value !== "number") return result(label, { kind: "text", value: estimateText(seen, estimate) });
  const { value, interval } = estimate;
  if (interval === null || typeof interval.low !== "number" || typeof interval.high !== "number")
    return result(label, { kind: "single", value });
  return result(label, {
    kind: "estimate_ci",
    estimate: value,
    lower: interval.low,
    upper: interval.high,
    level: interval.level,
  });
}

function result(label: string, value: object): Element {
  return [
    "MetricResult",
    [
      ["Label", label],
      ["ValueJson", JSON.stringify(value)],
    ],
  ];
}

function sources({ metrics, curveKinds }: AuditReport): string {
  return [...new Set([...metrics, ...curveKinds].flatMap(({ source }) => source))].join("; ");
}

function xml([name, content]: Element, depth: number): string {
  const indent = "  ".repeat(depth);
  if (typeof content === "string") return `${indent}<${name}>${escape(clean(content))}</${name}>\n`;
  return `${indent}<${name}>\n${content.map((child) => xml(child, depth + 1)).join("")}${indent}</${name}>\n`;
}

/** Without what XML 1.0 cannot hold. */
function clean(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    const control = code < 32 && code !== 9 && code !== 10 && code !== 13;
    return control || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff ? "" : character;
  }).join("");
}
