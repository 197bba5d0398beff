// node test/external/tfjs-native.mjs [FOLDER]: the native TensorFlow backend, built and run for real.
//
// Installs @tensorflow/tfjs-node into FOLDER (a temporary one where absent) without its script, which would download from
// outside the registry, builds its addon against the TensorFlow of a Python that has one ($PYTHON, default python3), saves
// a Keras-free SavedModel there, and audits with it. Says why where it cannot, and then ends with 0: nothing was shown.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const cli = join(root, "packages", "auscult", "dist", "cli", "main.js");
const python = process.env.PYTHON ?? "python3";
const folder = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), "auscult-native-")));

function run(command, args, options = {}) {
  return spawnSync(command, args, { encoding: "utf8", cwd: folder, ...options });
}
function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(0);
}
function must(what, { status, stdout, stderr, error }) {
  if (status !== 0) {
    console.error(`${what} failed: ${error?.message ?? ""}\n${stdout}\n${stderr}`);
    process.exit(1);
  }
}

if (!existsSync(cli)) skip("build first: npm run build");
const find =
  "import importlib.util as u; s = u.find_spec('tensorflow'); print(s.submodule_search_locations[0] if s else '')";
const tensorflow = run(python, ["-c", find]).stdout?.trim();
if (!tensorflow) skip(`${python} has no tensorflow (pip install tensorflow-cpu, then PYTHON=…)`);
for (const tool of ["g++", "make"]) if (run(tool, ["--version"]).status !== 0) skip(`there is no ${tool}`);
const headers = [resolve(process.execPath, "..", ".."), "/usr"].find((p) =>
  existsSync(join(p, "include", "node", "node.h")),
);
if (headers === undefined) skip("there are no headers of Node (include/node/node.h)");

mkdirSync(folder, { recursive: true });
const addon = join(folder, "node_modules", "@tensorflow", "tfjs-node");
if (!existsSync(addon)) {
  writeFileSync(join(folder, "package.json"), '{"private":true}\n');
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "@tensorflow/tfjs-node@4.22.0"];
  must("installing tfjs-node", run("npm", args));
}
if (!existsSync(join(addon, "lib", "napi-v8", "tfjs_binding.node"))) {
  const at = realpathSync(addon);
  mkdirSync(join(at, "deps", "lib"), { recursive: true });
  const link = (to, name) => {
    rmSync(join(at, "deps", name), { force: true });
    symlinkSync(join(tensorflow, to), join(at, "deps", name));
  };
  link("include", "include");
  for (const name of ["libtensorflow.so", "libtensorflow_cc.so.2"]) link("libtensorflow_cc.so.2", join("lib", name));
  for (const name of ["libtensorflow_framework.so", "libtensorflow_framework.so.2"])
    link("libtensorflow_framework.so.2", join("lib", name));
  const npm = run("npm", ["root", "-g"]).stdout.trim();
  const gyp = join(npm, "npm", "node_modules", "node-gyp", "bin", "node-gyp.js");
  const options = ["rebuild", `--nodedir=${headers}`, "--module_name=tfjs_binding", `--module_path=${at}/lib/napi-v8`];
  const napi = ["--napi_build_version=8", "--napi_version=9", "--node_abi_napi=napi"];
  must("building the addon", run(process.execPath, [gyp, ...options, ...napi], { cwd: at }));
}

// A SavedModel of one logistic unit, and what TensorFlow itself gives for each row.
writeFileSync(
  join(folder, "save.py"),
  `import random
import tensorflow as tf
class Risk(tf.Module):
    def __init__(self):
        self.w = tf.Variable([[0.08], [0.7]]); self.b = tf.Variable([-6.0])
    @tf.function(input_signature=[tf.TensorSpec([None, 2], tf.float32, name="x")])
    def __call__(self, x):
        return {"risk": tf.sigmoid(tf.matmul(x, self.w) + self.b)}
m = Risk()
tf.saved_model.save(m, "saved", signatures=m.__call__)
random.seed(7)
rows = [[random.randint(20, 95), random.randint(0, 1)] for _ in range(500)]
p = m(tf.constant(rows, tf.float32))["risk"].numpy()[:, 0]
with open("cohort.csv", "w") as f:
    print("age,asthma,died,tensorflow", file=f)
    for (a, s), q in zip(rows, p):
        print(a, s, int(random.random() < q), repr(float(q)), sep=",", file=f)
`,
);
must("saving a SavedModel", run(python, ["save.py"], { env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: "3" } }));
writeFileSync(
  join(folder, "plan.audit.yaml"),
  `auscult: 1
title: Native
model: { name: Saved, version: "1", intendedPurpose: A test of the native backend. }
data: { source: cohort.csv }
score:
  model:
    kind: saved-model
    file: saved
    inputs: [{ column: age, kind: numeric }, { column: asthma, kind: numeric }]
    reference: { column: tensorflow, tolerance: 1.0e-6, reason: TensorFlow's own predictions. }
  kind: probability
  direction: higher-is-riskier
outcome: { column: died, positive: 1, negative: [0], description: Simulated. }
primary: { metric: auroc, reason: A test. }
`,
);
const audited = run(process.execPath, [cli, "audit", "plan.audit.yaml", "-o", "report", "--quiet"]);
must("the audit", audited);
const { findings, provenance } = JSON.parse(
  run(process.execPath, ["-p", "require('fs').readFileSync('report/report.json','utf8')"]).stdout,
);
const { verdict } = findings.find(({ kind }) => kind === "model-run");
const native = provenance.versions.find(({ name }) => name === "@tensorflow/tfjs-node");
console.log(`${native?.name} ${native?.version}: ${verdict}`);
process.exit(verdict === "reference_reproduced" && native?.version.includes("native backend") ? 0 : 1);
