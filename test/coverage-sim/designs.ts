import { type Cohort, NOT_RECORDED, type Tally, tallyCohort } from "@auscult/core";
import { PURPOSES, type RandomStream, randomStream } from "@auscult/metrics";
import { atom, drawNode, type Group, predicted, risk } from "./population.ts";

/** A way to sample a population, again and again. */
export interface Design {
  readonly id: string;
  /** Which random numbers it draws; of no two designs the same. */
  readonly stream: number;
  readonly description: string;
  readonly groups: readonly Group[];
  readonly threshold: number;
  /** Rows wanted; patients where they have several. */
  readonly size: number;
  /** Share of the linear predictor's variance that is the patient's own; rows a patient may have: 1 to `most`. */
  readonly repeated?: { readonly share: number; readonly most: number };
  readonly weighted?: boolean;
}

const A: Group = { level: "A", share: 0.6, mean: -0.6, spread: 1.2, intercept: 0, slope: 1, effect: 0 };
const B: Group = { level: "B", share: 0.4, mean: -0.3, spread: 1, intercept: -0.3, slope: 0.8, effect: 0 };
const rare = { mean: -4, spread: 1.1 };

export const DESIGNS: readonly Design[] = [
  {
    id: "balanced",
    stream: 0,
    description: "400 independent patients, about 150 events; 160 in B, about 60 events",
    groups: [A, B],
    threshold: 0.35,
    size: 400,
  },
  {
    id: "rare",
    stream: 1,
    description: "500 independent patients, about 16 events; 200 in B, about 6 events",
    groups: [
      { ...A, ...rare },
      { ...B, ...rare },
    ],
    threshold: 0.04,
    size: 500,
  },
  {
    id: "clustered",
    stream: 2,
    description: "150 patients with 1 to 6 rows, about 525 rows, 165 events; 60 patients in B",
    groups: [
      { ...A, mean: -1.2, effect: 1 },
      { ...B, mean: -1, effect: 1 },
    ],
    threshold: 0.25,
    size: 150,
    repeated: { share: 0.7, most: 6 },
  },
  {
    id: "clustered-rare",
    stream: 3,
    description: "150 patients with 1 to 6 rows, about 525 rows, 22 events; 60 patients in B, about 9 events",
    groups: [
      { ...A, mean: -4, effect: 1 },
      { ...B, mean: -3.8, effect: 1 },
    ],
    threshold: 0.05,
    size: 150,
    repeated: { share: 0.7, most: 6 },
  },
  {
    id: "weighted",
    stream: 4,
    description: "500 patients sampled with weights 1 to 8, non-events half as likely to be sampled; 200 in B",
    groups: [A, B],
    threshold: 0.35,
    size: 500,
    weighted: true,
  },
];

/** Blocks that patients are hashed into, as the product's. */
const BLOCKS = 64;

/** One sample of a design. Replicates are addressed, so that any one can be made again alone. */
export function sample(design: Design, replicate: number, seed: number): Tally {
  const stream = randomStream(seed, replicate, PURPOSES.simulation, design.stream);
  const rows: Row[] = [];
  for (let patient = 0; rows.length < design.size || design.repeated !== undefined; patient++) {
    if (design.repeated !== undefined && patient === design.size) break;
    rows.push(...drawPatient(design, stream, patient));
  }
  return tallyCohort(cohortOf(design, rows));
}

interface Row {
  readonly group: number;
  readonly score: number;
  readonly event: boolean;
  readonly block: number;
  readonly patient: number;
  readonly weight: number;
}

/** The rows of one patient; none where the design's sampling passes the patient over. */
function drawPatient({ groups, repeated, weighted }: Design, stream: RandomStream, patient: number): Row[] {
  const group = stream.uniform() < groups[0]!.share ? 0 : 1;
  const g = groups[group]!;
  const block = stream.index(BLOCKS);
  const node = drawNode(stream);
  const count = repeated === undefined ? 1 : 1 + stream.index(repeated.most);
  const share = repeated?.share ?? 0;
  const own = Math.sqrt(share) * stream.normal();
  const rows: Row[] = [];
  for (let r = 0; r < count; r++) {
    const at = atom(g.mean + g.spread * (own + Math.sqrt(1 - share) * stream.normal()));
    const event = stream.uniform() < risk(g, at, node);
    const weight = weighted === true ? 2 ** stream.index(3) * (event ? 1 : 2) : 1;
    if (weighted === true && !(stream.uniform() < 1 / weight)) continue;
    rows.push({ group, score: predicted(at), event, block, patient, weight });
  }
  return rows;
}

function cohortOf({ groups, repeated, weighted }: Design, rows: readonly Row[]): Cohort {
  const levels = [NOT_RECORDED, ...groups.map((g) => g.level)];
  const distinct = new Set(rows.map((r) => r.patient)).size;
  return {
    rows: rows.length,
    scoreKind: "probability",
    score: Float64Array.from(rows, (r) => r.score),
    outcome: Uint8Array.from(rows, (r) => (r.event ? 1 : 0)),
    attributes: [
      {
        id: "group",
        label: "Group",
        levels,
        reference: { level: "A", reason: "the larger" },
        codes: Uint16Array.from(rows, (r) => r.group + 1),
      },
    ],
    blocks: BLOCKS,
    ...(repeated === undefined
      ? {}
      : { block: Uint16Array.from(rows, (r) => r.block), patients: { distinct, repeated: distinct < rows.length } }),
    ...(weighted === true ? { weight: Float64Array.from(rows, (r) => r.weight) } : {}),
    labels: new Map(),
    columns: { numeric: new Map(), categorical: new Map() },
    ledger: {
      sources: [],
      sourceRows: rows.length,
      steps: [],
      cohortRows: rows.length,
      missingScore: 0,
      missingOutcome: 0,
      analysed: rows.length,
    },
    notes: [],
  };
}
