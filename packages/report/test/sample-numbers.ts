import type { SampleRow } from "./sample-cohort.ts";

/** Plain textbook numbers for the sample, so that the report's tests need nothing that they test. */
const Z = 1.959963984540054;

export interface Number_ {
  readonly value: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

export function auroc(rows: readonly SampleRow[]): Number_ | undefined {
  const sorted = rows.toSorted((a, b) => a.score - b.score);
  const events = sorted.filter((r) => r.event).length;
  const non = sorted.length - events;
  if (events === 0 || non === 0) return undefined;
  let below = 0;
  let wins = 0;
  for (const r of sorted) {
    if (r.event) wins += below;
    else below += 1;
  }
  const a = wins / (events * non);
  const q1 = a / (2 - a);
  const q2 = (2 * a * a) / (1 + a);
  const se = Math.sqrt((a * (1 - a) + (events - 1) * (q1 - a * a) + (non - 1) * (q2 - a * a)) / (events * non));
  return { value: a, se, low: Math.max(0, a - Z * se), high: Math.min(1, a + Z * se) };
}

export function proportion(k: number, n: number): Number_ | undefined {
  if (n === 0) return undefined;
  const p = k / n;
  const centre = (p + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return {
    value: p,
    se: Math.sqrt((p * (1 - p)) / n),
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
  };
}

export function observedExpected(rows: readonly SampleRow[]): Number_ | undefined {
  const events = rows.filter((r) => r.event).length;
  const expected = rows.reduce((s, r) => s + r.score, 0);
  const observed = proportion(events, rows.length);
  if (observed === undefined) return undefined;
  const scale = rows.length / expected;
  return {
    value: observed.value * scale,
    se: observed.se * scale,
    low: observed.low * scale,
    high: observed.high * scale,
  };
}

/** Logistic fit of the outcome on logit(score): slope with its interval, intercept ignored. */
export function slope(rows: readonly SampleRow[]): Number_ | undefined {
  const x = rows.map((r) => Math.log(r.score / (1 - r.score)));
  if (rows.filter((r) => r.event).length < 10) return undefined;
  let a = 0;
  let b = 1;
  let haa = 0;
  let hab = 0;
  let hbb = 0;
  for (let step = 0; step < 25; step += 1) {
    let ga = 0;
    let gb = 0;
    [haa, hab, hbb] = [0, 0, 0];
    rows.forEach((r, i) => {
      const p = 1 / (1 + Math.exp(-(a + b * x[i])));
      const w = p * (1 - p);
      const e = Number(r.event) - p;
      ga += e;
      gb += e * x[i];
      haa += w;
      hab += w * x[i];
      hbb += w * x[i] * x[i];
    });
    const det = haa * hbb - hab * hab;
    a += (hbb * ga - hab * gb) / det;
    b += (haa * gb - hab * ga) / det;
  }
  const se = Math.sqrt(haa / (haa * hbb - hab * hab));
  return { value: b, se, low: b - Z * se, high: b + Z * se };
}

export function netBenefit(rows: readonly SampleRow[], t: number): Number_ | undefined {
  if (rows.length === 0) return undefined;
  const parts = rows.map((r) => (r.score >= t ? (r.event ? 1 : -t / (1 - t)) : 0));
  const mean = parts.reduce((s, v) => s + v, 0) / rows.length;
  const variance = parts.reduce((s, v) => s + (v - mean) ** 2, 0) / Math.max(1, rows.length - 1);
  const se = Math.sqrt(variance / rows.length);
  return { value: mean, se, low: mean - Z * se, high: mean + Z * se };
}

/** The declared threshold that a step of the curve crosses, if any. */
function nearThreshold(score: number, next: number | undefined): number | null {
  return [0.1, 0.2, 0.35].find((t) => score >= t && (next ?? 0) < t) ?? null;
}

type Columns = Record<string, (number | null)[]>;

export function rocCurve(rows: readonly SampleRow[]): Columns | undefined {
  const sorted = rows.toSorted((a, b) => b.score - a.score);
  const events = sorted.filter((r) => r.event).length;
  const non = sorted.length - events;
  if (events === 0 || non === 0) return undefined;
  const out: Columns = { falsePositiveRate: [0], sensitivity: [0], threshold: [null] };
  let tp = 0;
  let fp = 0;
  const every = Math.max(1, Math.floor(sorted.length / 120));
  sorted.forEach((r, i) => {
    if (r.event) tp += 1;
    else fp += 1;
    if (i % every === 0 || i === sorted.length - 1 || nearThreshold(r.score, sorted[i + 1]?.score) !== null) {
      out["falsePositiveRate"].push(fp / non);
      out["sensitivity"].push(tp / events);
      out["threshold"].push(nearThreshold(r.score, sorted[i + 1]?.score));
    }
  });
  return out;
}

export function precisionRecallCurve(rows: readonly SampleRow[]): Columns | undefined {
  const sorted = rows.toSorted((a, b) => b.score - a.score);
  const events = sorted.filter((r) => r.event).length;
  if (events === 0) return undefined;
  const out: Columns = { sensitivity: [], ppv: [], threshold: [] };
  let tp = 0;
  const every = Math.max(1, Math.floor(sorted.length / 120));
  sorted.forEach((r, i) => {
    if (r.event) tp += 1;
    if (i % every !== every - 1 && nearThreshold(r.score, sorted[i + 1]?.score) === null) return;
    out["sensitivity"].push(tp / events);
    out["ppv"].push(tp / (i + 1));
    out["threshold"].push(nearThreshold(r.score, sorted[i + 1]?.score));
  });
  return out;
}

export function calibrationCurve(rows: readonly SampleRow[]): Columns | undefined {
  const fit = slope(rows);
  const oe = observedExpected(rows);
  if (fit === undefined || oe === undefined) return undefined;
  const scores = rows.map((r) => r.score).toSorted((a, b) => a - b);
  const from = scores[Math.floor(scores.length * 0.01)]!;
  const to = scores[Math.floor(scores.length * 0.99)]!;
  const out: Columns = { predicted: [], observed: [], low: [], high: [] };
  const shift = Math.log(oe.value) * 1.1 + (fit.value - 1) * 1.7;
  for (let i = 0; i <= 50; i += 1) {
    const p = from + ((to - from) * i) / 50;
    const x = Math.log(p / (1 - p));
    const l = shift + fit.value * x;
    const half = Z * Math.sqrt(fit.se ** 2 * (x + 1.7) ** 2 + 1 / Math.max(5, rows.length * 0.12));
    const f = (v: number): number => 1 / (1 + Math.exp(-v));
    out["predicted"].push(p);
    out["observed"].push(f(l));
    out["low"].push(f(l - half));
    out["high"].push(f(l + half));
  }
  return out;
}

export function decisionCurve(rows: readonly SampleRow[], from: number, to: number): Columns | undefined {
  if (rows.length === 0) return undefined;
  const prevalence = rows.filter((r) => r.event).length / rows.length;
  const out: Columns = { threshold: [], netBenefit: [], low: [], high: [], treatAll: [], treatNone: [] };
  for (let i = 0; i <= 40; i += 1) {
    const t = from + ((to - from) * i) / 40;
    const nb = netBenefit(rows, t)!;
    out["threshold"].push(t);
    out["netBenefit"].push(nb.value);
    out["low"].push(nb.low);
    out["high"].push(nb.high);
    out["treatAll"].push(prevalence - ((1 - prevalence) * t) / (1 - t));
    out["treatNone"].push(0);
  }
  return out;
}

export function distribution(rows: readonly SampleRow[]): Columns {
  const events = rows.filter((r) => r.event).length;
  const out: Columns = { from: [], to: [], nonEvents: [], events: [], nonEventShare: [], eventShare: [] };
  for (let i = 0; i < 20; i += 1) {
    const inside = rows.filter((r) => r.score >= i / 20 && (r.score < (i + 1) / 20 || i === 19));
    const hit = inside.filter((r) => r.event).length;
    out["from"].push(i / 20);
    out["to"].push((i + 1) / 20);
    out["nonEvents"].push(inside.length - hit);
    out["events"].push(hit);
    out["nonEventShare"].push(events === rows.length ? null : (inside.length - hit) / (rows.length - events));
    out["eventShare"].push(events === 0 ? null : hit / events);
  }
  return out;
}
