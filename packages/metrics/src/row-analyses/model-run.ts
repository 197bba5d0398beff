import type { Finding, FindingNumber, FindingTable } from "../finding.ts";
import { type ReferenceAgreement, referenceAgreement } from "../model-run/reference-agreement.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { plainNumber } from "./numbers.ts";
import { turned } from "./turned.ts";

const SOURCE: readonly string[] = ["IMDRF/AIML WG/N88 (2025) Good machine learning practice, principle 8"];

/** What was run, on what inputs, and whether it gives the vendor's own predictions. */
export const modelRunAnalysis: RowAnalysis = {
  id: "modelRun",
  source: SOURCE,
  columns: ({ score }) =>
    score?.model === undefined
      ? []
      : [
          ...score.model.inputs.map(({ column }) => column),
          ...(score.model.reference === undefined ? [] : [score.model.reference.column]),
        ],
  analyse(cohort, plan, { model: asked }) {
    const model = plan.score?.model;
    if (model === undefined || asked === undefined) return [];
    const reference = model.reference && turned(cohort, plan, model.reference.column);
    const agreement =
      reference === undefined ? undefined : referenceAgreement(cohort.score, reference, model.reference!.tolerance);
    const scored = cohort.score.filter((s) => !Number.isNaN(s)).length;
    const reason = agreement !== undefined && isUndefined(agreement) ? { reason: agreement.reason } : {};
    const numbers: FindingNumber[] = [
      plainNumber(["rowsScored", { say: "rowsScored" }, "count"], scored),
      plainNumber(["rowsUnscored", { say: "rowsUnscored" }, "count"], cohort.rows - scored),
      ...agreementNumbers(agreement, model.reference?.tolerance),
    ];
    const finding: Finding = {
      id: "model-run",
      kind: "model-run",
      subject: plan.model.name,
      verdict: agreement === undefined ? "described" : isUndefined(agreement) ? "not_estimable" : agreement.verdict,
      ...reason,
      scope: "local",
      exploratory: false,
      notes: [
        { say: "modelRanAs", with: { kind: model.kind, file: model.file ?? model.command!.join(" ") } },
        ...asked.runtime.map(({ name, version }) => ({ say: "modelRuntime", with: { name, version } }) as const),
        ...(model.reference === undefined
          ? [{ say: "noReferencePredictions" } as const]
          : [{ say: "toleranceBecause", with: { reason: model.reference.reason } } as const]),
      ],
      numbers,
      tables: [inputTable(model.inputs), ...agreementTable(agreement)],
      charts: [],
      source: SOURCE,
    };
    return [finding];
  },
};

function agreementNumbers(agreement: ReferenceAgreement | Undefined | undefined, tolerance = 0): FindingNumber[] {
  if (agreement === undefined) return [];
  const of = (id: Exclude<keyof ReferenceAgreement, "bands" | "verdict">): number | Undefined =>
    isUndefined(agreement) ? agreement : agreement[id];
  return [
    plainNumber(["referenceRows", { say: "rowsCompared" }, "count"], of("rows")),
    plainNumber(["largestDifference", { say: "largestDifference" }, "number"], of("largestDifference")),
    plainNumber(["meanDifference", { say: "meanAbsoluteDifference" }, "number"], of("meanDifference")),
    plainNumber(["tolerance", { say: "tolerance" }, "number"], tolerance),
    plainNumber(["beyondTolerance", { say: "rowsBeyondTolerance" }, "count"], of("beyondTolerance")),
    plainNumber(["withoutScore", { say: "referenceWithoutScore" }, "count"], of("withoutScore")),
    plainNumber(["withoutReference", { say: "scoreWithoutReference" }, "count"], of("withoutReference")),
  ];
}

function agreementTable(agreement: ReferenceAgreement | Undefined | undefined): FindingTable[] {
  if (agreement === undefined || isUndefined(agreement)) return [];
  return [
    {
      id: "reference",
      caption: { say: "differenceByReference" },
      columns: [
        { id: "from", label: { say: "referenceFrom" }, unit: "number" },
        { id: "to", label: { say: "referenceTo" }, unit: "number" },
        { id: "rows", label: { say: "rows" }, unit: "count" },
        { id: "mean", label: { say: "meanAbsoluteDifference" }, unit: "number" },
        { id: "largest", label: { say: "largestDifference" }, unit: "number" },
      ],
      rows: agreement.bands.map((b) => [b.from, b.to, b.rows, b.meanDifference, b.largestDifference]),
    },
  ];
}

type Input = NonNullable<NonNullable<Parameters<RowAnalysis["analyse"]>[1]["score"]>["model"]>["inputs"][number];

/** The inputs in the model's order, each as it was handed over. */
function inputTable(inputs: readonly Input[]): FindingTable {
  const encoding = ({ kind, codes, oneHot, rest, minus, over }: Input): string => {
    if (codes !== undefined)
      return Object.entries(codes)
        .map(([level, code]) => `${level} → ${code}`)
        .join(", ");
    if (oneHot !== undefined) return [...oneHot, ...(rest ?? []).map((level) => `(${level})`)].join(" | ");
    if (minus !== undefined || over !== undefined) return `(x − ${minus ?? 0}) / ${over ?? 1}`;
    return kind === "numeric" ? "x" : "";
  };
  return {
    id: "inputs",
    caption: { say: "inputsOfModel" },
    columns: [
      { id: "column", label: { say: "column" }, unit: "text" },
      { id: "name", label: { say: "nameInModel" }, unit: "text" },
      { id: "unit", label: { say: "unitOfModel" }, unit: "text" },
      { id: "encoding", label: { say: "handedOverAs" }, unit: "text" },
      { id: "missing", label: { say: "whereMissing" }, unit: "text" },
    ],
    rows: inputs.map((input) => [
      input.column,
      input.name ?? input.column,
      input.unit ?? "",
      encoding(input),
      typeof input.missing === "object"
        ? { say: "missingFilled", with: { value: String(input.missing.fill) } }
        : { say: input.missing === "no-score" ? "missingNoScore" : "missingToModel" },
    ]),
  };
}
