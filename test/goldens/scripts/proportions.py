"""Intervals and tests of proportions: every small table, and some large, by definition in 40 digits or by scipy and statsmodels.

    pip install scipy statsmodels mpmath
    python proportions.py > proportions.json

Restricted estimates are the root of the slope of the log likelihood, by bisection; score limits by bisection on the
test. Not by the closed forms and Newton steps that the product uses.
"""

import json
import math
import random
import sys

import mpmath
import scipy
import statsmodels
from mpmath import mp, mpf
from scipy import optimize, stats
from statsmodels.stats.proportion import proportion_confint

mp.dps = 40
LEVEL, MARGIN = 0.9, 0.07
z = stats.norm.ppf((1 + LEVEL) / 2)
tail = (1 - LEVEL) / 2


def tables():
    for n1, n2 in [(1, 1), (1, 4), (3, 5), (2, 3)]:
        for x1 in range(n1 + 1):
            for x2 in range(n2 + 1):
                yield x1, n1, x2, n2
    random.seed(5)
    for _ in range(24):
        n1, n2 = (int(10 ** random.uniform(0.5, 4.5)) for _ in range(2))
        p = random.choice([0.001, 0.02, 0.3, 0.5, 0.97])
        q = min(1, max(0, p + random.choice([0, 0.01, -0.01, 0.2])))
        yield sum(random.random() < p for _ in range(n1)), n1, sum(random.random() < q for _ in range(n2)), n2


def bisect(rejects, inside, bound, steps):
    if inside == bound or not rejects(bound):
        return bound
    kept, out = inside, bound
    for _ in range(steps):
        middle = (kept + out) / 2
        kept, out = (kept, middle) if rejects(middle) else (middle, out)
    return kept


def restricted(x1, n1, x2, n2, d):
    """p1 and p2 with p1 - p2 = d that are likeliest."""

    def slope(p):
        total = mpf(0)
        for count, at, sign in ((x1, p + d, 1), (n1 - x1, 1 - p - d, -1), (x2, p, 1), (n2 - x2, 1 - p, -1)):
            if count > 0 and at <= 0:
                return sign * mpf(10) ** 60
            if count > 0:
                total += sign * count / at
        return total

    low, high = max(mpf(0), -d), min(mpf(1), 1 - d)
    if slope(low) <= 0:
        return low + d, low
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return high + d, high


def score(x1, n1, x2, n2, d, inflation):
    d = mpf(d)
    excess = mpf(x1) / n1 - mpf(x2) / n2 - d
    if excess == 0:
        return mpf(0)
    p1, p2 = restricted(x1, n1, x2, n2, d)
    variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * inflation
    return excess / mpmath.sqrt(variance) if variance > mpf(10) ** -34 else mpmath.sign(excess) * mpf("inf")


def difference(x1, n1, x2, n2, inflation):
    rejects = lambda d: abs(score(x1, n1, x2, n2, d, inflation)) > z
    d = mpf(x1) / n1 - mpf(x2) / n2
    return [bisect(rejects, d, mpf(-1), 60), bisect(rejects, d, mpf(1), 60)]


def ratio_low(x1, n1, x2, n2, inflation):
    if x1 == 0:
        return mpf(0)

    def rejects(log_ratio):
        phi = mp.e**log_ratio
        a, b, c = (n1 + n2) * phi, -(n1 * phi + x1 + n2 + x2 * phi), mpf(x1 + x2)
        q = (-b - mpmath.sqrt(b * b - 4 * a * c)) / (2 * a)
        p, q = min(mpf(1), phi * q), min(mpf(1), q)
        variance = p * (1 - p) / n1 + phi**2 * q * (1 - q) / n2
        return (mpf(x1) / n1 - phi * mpf(x2) / n2) ** 2 > mpf(z) ** 2 * inflation * variance

    top = mpmath.log(mpf(x1) / n1 / (mpf(x2) / n2)) if x2 > 0 else mpf(60)
    return mp.e ** bisect(rejects, top, top - 80, 110)


def ratio(x1, n1, x2, n2, inflation):
    turned = ratio_low(x2, n2, x1, n1, inflation)
    return [ratio_low(x1, n1, x2, n2, inflation), mpf("inf") if turned == 0 else 1 / turned]


def ends(x, n, low, high):
    return [0 if x == 0 else low(), 1 if x == n else high()]


def one(x, n):
    lib = {m: proportion_confint(x, n, 1 - LEVEL, m) for m in ("wilson", "beta", "agresti_coull", "jeffreys")}
    below = lambda p: stats.binom.cdf(x - 1, n, p) + stats.binom.pmf(x, n, p) / 2 - tail
    above = lambda p: stats.binom.sf(x, n, p) + stats.binom.pmf(x, n, p) / 2 - tail
    return {
        "wilson": lib["wilson"],
        "wilsonContinuity": stats.binomtest(x, n).proportion_ci(LEVEL, "wilsoncc"),
        "clopperPearson": ends(x, n, lambda: lib["beta"][0], lambda: lib["beta"][1]),
        "midP": ends(x, n, lambda: optimize.brentq(above, 0, 1, xtol=1e-15), lambda: optimize.brentq(below, 0, 1, xtol=1e-15)),
        "agrestiCoull": [max(0, lib["agresti_coull"][0]), min(1, lib["agresti_coull"][1])],
        "jeffreys": ends(x, n, lambda: lib["jeffreys"][0], lambda: lib["jeffreys"][1]),
    }


def number(value):
    return "Infinity" if math.isinf(value) else float(value)


cases = []
for x1, n1, x2, n2 in tables():
    inflation = mpf(n1 + n2) / (n1 + n2 - 1)
    found = {
        **one(x1, n1),
        "miettinenNurminen": difference(x1, n1, x2, n2, inflation),
        "mee": difference(x1, n1, x2, n2, mpf(1)),
        "koopman": ratio(x1, n1, x2, n2, mpf(1)),
        "miettinenNurminenRatio": ratio(x1, n1, x2, n2, inflation),
        "fisher": [stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]])[1]],
        "marginZ": [score(x1, n1, x2, n2, d, inflation) for d in (-MARGIN, MARGIN)],
    }
    cases.append({"table": [x1, n1, x2, n2], **{key: [number(v) for v in values] for key, values in found.items()}})

versions = {"python": sys.version.split()[0], "scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "mpmath": mpmath.__version__}
lines = ",\n".join(json.dumps(case) for case in cases)
print(f'{{"versions": {json.dumps(versions)}, "level": {LEVEL}, "margin": {MARGIN}, "cases": [\n{lines}\n]}}')
