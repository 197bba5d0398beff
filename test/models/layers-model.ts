import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";

export const HIDDEN = [
  [0.5, -1, 0.25],
  [1, 0.75, -0.5],
];
export const OUT = [0.8, -0.6, 1.2];
export const INTERCEPT = -0.3;

/** What the network of two dense layers gives, by hand. */
export function byHand(age: number, male: 0 | 1): number {
  const x = (age - 60) / 10;
  const hidden = [0, 1, 2].map((j) => Math.max(0, x * HIDDEN[0]![j]! + male * HIDDEN[1]![j]!));
  return 1 / (1 + Math.exp(-hidden.reduce((sum, h, j) => sum + h * OUT[j]!, INTERCEPT)));
}

/** The network with fixed weights, saved into a folder as TensorFlow.js saves it; of two classes its weights are random. */
export async function saveLayers(folder: string, classes = 1): Promise<void> {
  await tf.setBackend("cpu");
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 3, activation: "relu", useBias: false, inputShape: [2] }),
      tf.layers.dense({ units: classes, activation: classes === 1 ? "sigmoid" : "softmax" }),
    ],
  });
  if (classes === 1) model.setWeights([tf.tensor2d(HIDDEN), tf.tensor2d(OUT, [3, 1]), tf.tensor1d([INTERCEPT])]);
  await model.save({
    save: async ({ modelTopology, weightSpecs, weightData }) => {
      const manifest = [{ paths: ["group1-shard1of1.bin"], weights: weightSpecs }];
      const json = { format: "layers-model", modelTopology, weightsManifest: manifest };
      writeFileSync(join(folder, "model.json"), JSON.stringify(json));
      writeFileSync(join(folder, "group1-shard1of1.bin"), Buffer.from(weightData as ArrayBuffer));
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } };
    },
  });
}
