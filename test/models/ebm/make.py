"""An Explainable Boosting Machine as interpret exports it, and what it predicts: the oracle of test/models/ebm.test.ts.

python make.py > predictions.json   (interpret-core 0.7, numpy, pandas); writes model.json beside it.
"""
import json, sys, warnings

import interpret, numpy as np, pandas as pd
from interpret.glassbox import ExplainableBoostingClassifier

warnings.simplefilter("ignore")
rng = np.random.default_rng(20260131)
n = 1500
age = rng.normal(60, 15, n).round(0)
urea = np.exp(rng.normal(1.9, 0.5, n)).round(1)
sex = np.where(rng.random(n) < 0.5, "female", "male").astype(object)
age[rng.random(n) < 0.03] = np.nan
lp = -2 + 0.05 * (np.nan_to_num(age, nan=60) - 60) + 0.1 * (urea - 7) + 0.4 * (sex == "male")
y = (rng.random(n) < 1 / (1 + np.exp(-lp))).astype(int)
x = pd.DataFrame(dict(age=age, urea=urea, sex=sex))
ebm = ExplainableBoostingClassifier(interactions=2, outer_bags=4, max_bins=16, max_interaction_bins=6, random_state=1, n_jobs=1)
ebm.fit(x, y)
exported = ebm.to_jsonable(detail="interpretable")
for term in exported["ebm"]["terms"]:
    term.pop("bagged_scores", None)
open("model.json", "w").write(json.dumps(exported, indent=1))

# Rows at bin edges, beyond the data, missing, and of a level never seen.
edges = exported["ebm"]["features"][0]["cuts"][0]
probe = [[a, u, s] for a in [edges[0], edges[-1], -50, 200, np.nan] for u in [0.1, 5.0, 99.0] for s in ["female", "male", "other"]]
table = pd.DataFrame(probe, columns=["age", "urea", "sex"])
p = ebm.predict_proba(table)[:, 1]
rows = [dict(age=None if np.isnan(a) else a, urea=u, sex=s, p=float(q)) for (a, u, s), q in zip(probe, p)]
json.dump(dict(interpret=interpret.__version__, rows=rows), sys.stdout, indent=1)
