/** A TensorFlow graph of two matrix products, as the converter to TensorFlow.js writes it. */
export function graphModel(
  hidden: readonly (readonly number[])[],
  out: readonly number[],
  intercept: number,
): { readonly json: object; readonly weights: Uint8Array } {
  const float = { type: "DT_FLOAT" };
  const constant = (name: string) => ({ name, op: "Const", attr: { dtype: float } });
  const product = (name: string, a: string, b: string) => ({
    name,
    op: "MatMul",
    input: [a, b],
    attr: { T: float, transpose_a: { b: false }, transpose_b: { b: false } },
  });
  const shape = { shape: { dim: [{ size: "-1" }, { size: String(hidden.length) }] } };
  const node = [
    { name: "x", op: "Placeholder", attr: { dtype: float, shape } },
    constant("hidden"),
    constant("out"),
    constant("intercept"),
    product("product", "x", "hidden"),
    { name: "relu", op: "Relu", input: ["product"], attr: { T: float } },
    product("sum", "relu", "out"),
    { name: "log_odds", op: "AddV2", input: ["sum", "intercept"], attr: { T: float } },
    { name: "risk", op: "Sigmoid", input: ["log_odds"], attr: { T: float } },
  ];
  const weights = [
    { name: "hidden", shape: [hidden.length, hidden[0]!.length], dtype: "float32" },
    { name: "out", shape: [out.length, 1], dtype: "float32" },
    { name: "intercept", shape: [1], dtype: "float32" },
  ];
  const values = Float32Array.from([...hidden.flat(), ...out, intercept]);
  return {
    json: {
      format: "graph-model",
      modelTopology: { node, versions: { producer: 1 } },
      weightsManifest: [{ paths: ["weights.bin"], weights }],
    },
    weights: new Uint8Array(values.buffer),
  };
}
