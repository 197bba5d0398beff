import { columnsOf, kernelShift, logOddsAgainst, logOddsShift, membershipOf } from "../cohort-comparison/case-mix.ts";
import type { Finding, FindingNumber } from "../finding.ts";
import { normalQuantile } from "../numeric/normal.ts";
import type { Label } from "../phrases.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { Compared } from "./compared-features.ts";
import { asRatio, numberOf, plainNumber } from "./numbers.ts";

/** All features together, the spread of the risks, and patients that are in both. */
export function caseMixFinding(compared: Compared): Finding {
  const { reference, rows, blocks } = compared;
  const numbers = [...ofFeatures(compared), ...ofLogOdds(compared), ...ofPatients(compared)];
  const notes: Label[] = [{ say: "referenceIs", with: { description: reference.description } }];
  if (rows === undefined) notes.push({ say: "caseMixNeedsRows" });
  else notes.push({ say: "membershipMeaning" });
  if (numbers.some(({ id, reason }) => id === "membershipAuroc" && reason === "SEPARATION"))
    notes.push({ say: "membershipSeparated" });
  if (blocks !== undefined) notes.push({ say: "referenceRepeated" });
  if ((rows?.patients?.inBoth ?? 0) > 0) notes.push({ say: "patientsInBothMeaning" });
  const none = numbers.every(({ value }) => value === null);
  return {
    id: "cohort-comparison:case-mix",
    kind: "cohort-comparison",
    subject: { say: "caseMixAgainst", with: { reference: reference.description } },
    verdict: none ? "not_estimable" : "described",
    ...(none ? { reason: "MISSING_INPUT" as const } : {}),
    scope: "local",
    exploratory: false,
    notes,
    numbers,
    tables: [],
    charts: [],
    source: [
      "Debray et al. (2015) J Clin Epidemiol 68:279-289",
      "Lopez-Paz & Oquab (2017) ICLR",
      "Gretton et al. (2012) J Mach Learn Res 13:723-773",
    ],
  };
}

function ofFeatures({ features, rows, blocks, options, plan }: Compared): FindingNumber[] {
  if (rows === undefined) return [];
  const usable = features.flatMap(({ declared, here, reference }) =>
    reference === undefined ? [] : [{ kind: declared.kind, here, reference }],
  );
  const columns = columnsOf(usable);
  const member = membershipOf(columns, plan.policy.seed);
  const kernel = kernelShift(columns, blocks === undefined, options.seed);
  const of = <T extends object>(found: T | Undefined, value: (found: T) => number) =>
    isUndefined(found) ? found : value(found);
  return [
    plainNumber(
      ["membershipAuroc", { say: "membershipAuroc" }, "probability"],
      of(member, (m) => m.crossFittedAuroc!),
    ),
    plainNumber(
      ["membershipApparent", { say: "membershipApparent" }, "probability"],
      of(member, (m) => m.apparentAuroc),
    ),
    ...(blocks === undefined
      ? [
          plainNumber(
            ["membershipP", { say: "membershipP" }, "p"],
            of(member, (m) => m.test.p),
          ),
        ]
      : []),
    plainNumber(
      ["mmd", { say: "kernelDiscrepancy" }, "number"],
      of(kernel, (k) => k.discrepancy),
    ),
    ...(isUndefined(kernel) || kernel.p === null
      ? []
      : [plainNumber(["mmdP", { say: "kernelP", with: { rows: kernel.rows.here } }, "p"], kernel.p)]),
    plainNumber(["leftOutHere", { say: "leftOutHere" }, "count"], columns.leftOut.here),
    plainNumber(["leftOutReference", { say: "leftOutReference" }, "count"], columns.leftOut.reference),
  ];
}

function ofLogOdds({ cohort, rows, reference, blocks, options }: Compared): FindingNumber[] {
  if (cohort.scoreKind !== "probability") return [];
  if (rows?.score !== undefined) {
    const found = logOddsShift(rows.score, cohort.score, blocks, options);
    if (isUndefined(found)) return [numberOf(["logOddsRatio", { say: "logOddsSpread" }, "ratio"], found)];
    const { logRatio, meanDifference } = found;
    const ratio = {
      value: Math.exp(logRatio.value),
      interval:
        logRatio.interval === null
          ? null
          : {
              ...logRatio.interval,
              low: Math.exp(logRatio.interval.low),
              high: Math.exp(logRatio.interval.high),
            },
    };
    return [
      numberOf(["logOddsRatio", { say: "logOddsSpread" }, "ratio"], ratio),
      numberOf(["logOddsDifference", { say: "logOddsMean" }, "log-odds"], meanDifference),
    ];
  }
  const published = reference.table?.logOdds;
  if (published === undefined) return [];
  const found = logOddsAgainst({ ...published, n: reference.table!.n }, cohort.score);
  if (isUndefined(found)) return [numberOf(["logOddsRatio", { say: "logOddsSpread" }, "ratio"], found)];
  // Errors that take rows as independent are withheld where patients repeat.
  const reach = normalQuantile((1 + options.level) / 2);
  const wald = (value: number, error: number) =>
    blocks === undefined
      ? { low: value - reach * error, high: value + reach * error, level: options.level, method: "wald" as const }
      : null;
  const logRatio = Math.log(found.ratio);
  const spread = asRatio({
    value: logRatio,
    standardError: found.logRatioError,
    interval: wald(logRatio, found.logRatioError),
    p: null,
    degreesOfFreedom: Infinity,
  });
  return [
    numberOf(["logOddsRatio", { say: "logOddsSpread" }, "ratio"], spread),
    numberOf(["logOddsDifference", { say: "logOddsMean" }, "log-odds"], {
      value: found.difference,
      interval: wald(found.difference, found.error),
    }),
  ];
}

function ofPatients({ rows }: Compared): FindingNumber[] {
  if (rows?.patients === undefined) return [];
  return [
    plainNumber(["patientsHere", { say: "patientsHere" }, "count"], rows.patients.here),
    plainNumber(["patientsInBoth", { say: "patientsInBoth" }, "count"], rows.patients.inBoth),
  ];
}
