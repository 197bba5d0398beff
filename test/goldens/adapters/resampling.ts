import {
  basicInterval,
  bcaInterval,
  type BootstrapSample,
  bootstrap,
  bootstrapBias,
  bootstrapNormalInterval,
  bootstrapStandardError,
  countScores,
  delong,
  givenDraw,
  isUndefined,
  jackknifeOf,
  multiplicities,
  normInterLimits,
  percentileInterval,
  philox4x32,
  randomStream,
  replicates,
  type ResampledStatistic,
  undefinedBecause,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Values } from "../pack.ts";

const LEVEL = 0.95;

export const resampling: readonly GoldenMethod[] = [
  { method: "rng_philox_kat", run: knownAnswers },
  { method: "rng_philox_stream", run: streams },
  { method: "bootstrap_fixed", run: (_params, [data, drawn]) => fixed(data!, rowsOf(drawn!)) },
  { method: "bootstrap_cluster_fixed", run: (_params, [data, drawn]) => clustered(data!, rowsOf(drawn!)) },
  { method: "bootstrap_poisson_fixed", run: (_params, [data, drawn]) => poisson(data!, rowsOf(drawn!)) },
];

const hex = (word: number): string => word.toString(16).padStart(8, "0");

function knownAnswers(): Values {
  const ones = 0xffffffff;
  const words = [
    philox4x32([0, 0, 0, 0], [0, 0]),
    philox4x32([ones, ones, ones, ones], [ones, ones]),
    philox4x32([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]),
  ];
  return { kat: words.map((four) => Array.from(four, hex).join(" ")) };
}

function streams(params: Params): Values {
  const n = params.number("n_index");
  const out: Record<string, Values[string]> = {};
  for (let r = 0; r < params.number("replicates"); r++) {
    const draw = <T>(length: number, next: (s: ReturnType<typeof randomStream>) => T): T[] => {
      const stream = randomStream(params.number("seed"), r, params.number("purpose"));
      return Array.from({ length }, () => next(stream));
    };
    out[`words_rep${r}`] = draw(4, (s) => hex(s.word()));
    out[`indices_rep${r}`] = draw(n, (s) => s.index(n));
    out[`uniform_rep${r}`] = draw(4, (s) => s.uniform());
    out[`normal_rep${r}`] = draw(4, (s) => s.normal());
  }
  return out;
}

function fixed(data: GoldenTable, drawn: readonly number[][]): Values {
  const resamples = drawn.map((indices) => multiplicities(indices, data.rows));
  const { t0, sample } = summary(data, resamples);
  const percentile = percentileInterval(sample, LEVEL);
  const basic = basicInterval(sample, LEVEL);
  const normal = bootstrapNormalInterval(sample, LEVEL);
  const normInter = normInterLimits(sample, LEVEL);
  const statistic = aurocOf(data);
  const leftOut = Array.from({ length: data.rows }, (_, without) => {
    const value = statistic(Float64Array.from({ length: data.rows }, (__, i) => (i === without ? 0 : 1)));
    return isUndefined(value) ? Number.NaN : value[0]!;
  });
  const bca = bcaInterval(sample, leftOut, LEVEL);
  const jack = jackknifeOf(leftOut);
  return {
    t0,
    mean: t0 + bootstrapBias(sample),
    bias: bootstrapBias(sample),
    se: bootstrapStandardError(sample),
    perc_type7_lo: percentile?.low ?? null,
    perc_type7_hi: percentile?.high ?? null,
    perc_norminter_lo: normInter.low,
    perc_norminter_hi: normInter.high,
    basic_type7_lo: basic?.low ?? null,
    basic_type7_hi: basic?.high ?? null,
    normal_lo: normal?.low ?? null,
    normal_hi: normal?.high ?? null,
    bca_z0: bca?.z0 ?? null,
    bca_a: bca?.acceleration ?? null,
    bca_alpha_lo: bca?.alphaLow ?? null,
    bca_alpha_hi: bca?.alphaHigh ?? null,
    bca_type7_lo: bca?.low ?? null,
    bca_type7_hi: bca?.high ?? null,
    jackknife_se: isUndefined(jack) ? null : jack.standardError,
  };
}

function clustered(data: GoldenTable, drawn: readonly number[][]): Values {
  const cluster = data.texts("patient");
  const resamples = drawn.map((ids) => {
    const times = new Map<string, number>();
    for (const id of ids) times.set(String(id), (times.get(String(id)) ?? 0) + 1);
    return Float64Array.from(cluster, (id) => times.get(id) ?? 0);
  });
  return short(data, resamples);
}

function poisson(data: GoldenTable, drawn: readonly number[][]): Values {
  const { valid, ...rest } = { ...short(data, drawn), valid: summary(data, drawn).sample.sorted.length };
  return { ...rest, n_valid: valid };
}

function short(data: GoldenTable, resamples: readonly ArrayLike<number>[]): Values {
  const { t0, sample, first } = summary(data, resamples);
  const percentile = percentileInterval(sample, LEVEL);
  return {
    t0,
    mean: t0 + bootstrapBias(sample),
    se: bootstrapStandardError(sample),
    perc_type7_lo: percentile?.low ?? null,
    perc_type7_hi: percentile?.high ?? null,
    first_three: first.slice(0, 3),
  };
}

function summary(
  data: GoldenTable,
  resamples: readonly ArrayLike<number>[],
): { t0: number; sample: BootstrapSample; first: number[] } {
  const draw = givenDraw(resamples);
  const statistic = aurocOf(data);
  const made = bootstrap(draw, new Float64Array(data.rows).fill(1), statistic, resamples.length);
  if (isUndefined(made)) throw new Error(made.reason);
  const { values } = replicates(draw, data.rows, statistic, 0, Math.min(resamples.length, 20));
  const [sample] = made.samples;
  return { t0: sample!.estimate, sample: sample!, first: Array.from(values[0]!).filter((v) => !Number.isNaN(v)) };
}

function aurocOf(data: GoldenTable): ResampledStatistic {
  const score = data.numbers("p");
  const outcome = data.numbers("y");
  return (multiplicity) => {
    const counts = countScores(score, outcome, multiplicity);
    const has = (side: Float64Array): boolean => side.some((rows) => rows > 0);
    if (!has(counts.positives) || !has(counts.negatives)) return undefinedBecause("ONE_CLASS");
    return [delong(counts).value];
  };
}

function rowsOf(table: GoldenTable): number[][] {
  const columns = table.columns.map((name) => table.numbers(name));
  return Array.from({ length: table.rows }, (_, r) => columns.map((column) => column[r]!));
}
