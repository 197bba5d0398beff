import { readAppliedModelCard } from "@auscult/core";
import { expect, test } from "vitest";
import { render } from "../src/index.ts";
import { sampleReport } from "./sample.ts";

/** The structure that the schema requires (v0.2): each element with its children in order; a string is text. */
interface Shape {
  readonly [name: string]: Shape | "text" | "results";
}
const METRIC: Shape = {
  MetricGoal: "text",
  Results: "results",
  Interpretation: "text",
  TestType: "text",
  TestingDataDescription: "text",
  ValidationProcessAndJustification: "text",
};
const texts = (names: string): Shape => Object.fromEntries(names.split(" ").map((name) => [name, "text" as const]));
const CARD: Shape = {
  BasicInfo: texts("ModelName ModelDeveloper DeveloperContact"),
  ReleaseInfo: texts("ReleaseStage ReleaseDate ReleaseVersion GlobalAvailability"),
  ModelSummary: { Summary: "text", Keywords: "results" },
  UsesAndDirections: texts(
    "IntendedUseAndWorkflow PrimaryIntendedUsers HowToUse TargetedPatientPopulation CautionedOutOfScopeSettings",
  ),
  Warnings: texts("KnownRisksAndLimitations KnownBiasesOrEthicalConsiderations ClinicalRiskLevel"),
  TrustIngredients: {
    AISystemFacts: texts(
      "OutcomesAndOutputs ModelType InputDataSource OutputAndInputDataTypes DevelopmentDataCharacterization BiasMitigationApproaches OngoingMaintenance",
    ),
    TransparencyInformation: texts("FundingSource StakeholdersConsulted"),
  },
  KeyMetrics: { UsefulnessUsabilityEfficacy: METRIC, FairnessEquity: METRIC, SafetyReliability: METRIC },
  Resources: texts("EvaluationReferences PeerReviewedPublications PatientConsentOrDisclosure"),
  Bibliography: "text",
};

/** Names of a card's elements with their depth, leaving out those that may be repeated. */
function outline(xml: string): string[] {
  return [...xml.matchAll(/^( *)<([A-Za-z]+)/gm)]
    .filter(([, , name]) => !/^(MetricResult|Label|ValueJson|Keyword)$/.test(name))
    .map(([, indent, name]) => `${indent}${name}`);
}
function expected(shape: Shape, depth = 1): string[] {
  return Object.entries(shape).flatMap(([name, inner]) => [
    `${"  ".repeat(depth)}${name}`,
    ...(typeof inner === "string" ? [] : expected(inner, depth + 1)),
  ]);
}

test.each(["en", "da"])(
  "has the structure of the schema, and is read back with the report's numbers: %s",
  async (language) => {
    const report = sampleReport({ rows: 1500, title: `A <b>&"' \u0001 card` });
    const { files } = await render(report, "chai", { language });
    const xml = String(files[0].content);
    expect(files[0].name).toBe(language === "en" ? "model-card.xml" : "model-card.da.xml");
    expect(outline(xml).slice(1)).toEqual(expected(CARD));
    const card = readAppliedModelCard(xml, "model-card.xml");
    expect(card).toMatchObject({
      version: "v0.2",
      model: report.study.model.name,
      release: report.study.model.version,
    });
    const auroc = report.estimates.find((e) => e.metric === "auroc" && e.subgroup === "overall")!;
    const told = card.results.find((r) => r.place.endsWith("UsefulnessUsabilityEfficacy"))!;
    expect(told).toMatchObject({
      value: auroc.value,
      interval: { low: auroc.interval!.low, high: auroc.interval!.high, level: 0.95 },
    });
    const subgroups = report.attributes.flatMap((a) => a.subgroups);
    expect(card.results.filter((r) => r.place.endsWith("FairnessEquity"))).toHaveLength(subgroups.length);
  },
);
