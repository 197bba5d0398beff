"""Random-effects summaries of sites, made apart from the product: restricted likelihood maximised by scipy.

Hartung-Knapp interval never narrower than the ordinary one, prediction interval on k - 2 degrees of freedom.
Run: python random-effects.py > random-effects.json (numpy, scipy).
"""
import json

import numpy as np
from scipy import optimize, stats

LEVEL = 0.95
rng = np.random.default_rng(20260101)


def expit(x):
    return 1 / (1 + np.exp(-x))


SCALES = {
    "logit": (lambda x: np.log(x / (1 - x)), expit, lambda x: 1 / (x * (1 - x))),
    "log": (np.log, np.exp, lambda x: 1 / x),
    "identity": (lambda x: x, lambda x: x, lambda x: np.ones_like(x)),
}


def summary(values, errors, scale):
    to, back, slope = SCALES[scale]
    y, s = to(values), errors * slope(values)
    k = len(y)

    def negative(tau2):
        w = 1 / (s**2 + tau2)
        mu = np.sum(w * y) / np.sum(w)
        return 0.5 * (np.sum(np.log(s**2 + tau2)) + np.log(np.sum(w)) + np.sum(w * (y - mu) ** 2))

    top = 10 * (np.var(y) + np.max(s**2))
    grid = np.concatenate([[0], np.geomspace(top * 1e-10, top, 4000)])
    best = grid[np.argmin([negative(t) for t in grid])]
    found = optimize.minimize_scalar(
        negative, bounds=(best / 3, best * 3 + 1e-12), method="bounded", options={"xatol": 1e-14}
    )
    tau2 = 0.0 if best == 0 or negative(0) <= found.fun else found.x
    w = 1 / (s**2 + tau2)
    mu = np.sum(w * y) / np.sum(w)
    plain = np.sqrt(1 / np.sum(w))
    knapp = np.sqrt(np.sum(w * (y - mu) ** 2) / ((k - 1) * np.sum(w)))
    error = max(plain, knapp)
    own = stats.t.ppf((1 + LEVEL) / 2, k - 1) * error
    out = {"tauSquared": tau2, "mean": back(mu), "low": back(mu - own), "high": back(mu + own)}
    if k >= 3:
        other = stats.t.ppf((1 + LEVEL) / 2, k - 2) * np.sqrt(tau2 + error**2)
        out |= {"predictionLow": back(mu - other), "predictionHigh": back(mu + other)}
    return {key: float(value) for key, value in out.items()}


def cases():
    for scale, centre in (("logit", 1.2), ("log", 0.0), ("identity", 0.3)):
        for k in (2, 3, 5, 16):
            for spread in (0.0, 0.3):
                errors = rng.uniform(0.05, 0.3, k)
                y = centre + spread * rng.standard_normal(k) + errors * rng.standard_normal(k)
                to, back, slope = SCALES[scale]
                values = back(y)
                own = errors / slope(values)
                yield {
                    "scale": scale,
                    "values": [float(v) for v in values],
                    "errors": [float(e) for e in own],
                    **summary(values, own, scale),
                }


print(json.dumps({"level": LEVEL, "cases": list(cases())}, indent=1))
