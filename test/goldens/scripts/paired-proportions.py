"""Score intervals of paired proportions by definition: the restricted estimate maximises the likelihood, limits by bisection.

    pip install mpmath statsmodels
    python paired-proportions.py > paired-proportions.json
"""

import itertools
import json
import math
import random
import sys

import mpmath
import statsmodels
from mpmath import mp, mpf
from statsmodels.stats.contingency_tables import mcnemar

mp.dps = 40
LEVEL = 0.9
z2 = (mpmath.sqrt(2) * mpmath.erfinv(mpf("0.9"))) ** 2


def tables():
    yield from (t for t in itertools.product(range(3), repeat=4) if sum(t) > 0)
    random.seed(8)
    for _ in range(20):
        yield tuple(int(10 ** random.uniform(0, 3.5)) for _ in range(4))


def highest(parts, low, high):
    """Argument of the greatest sum of count × log(a + b q): its slope falls, so bisection finds the zero."""

    def slope(q):
        total = mpf(0)
        for count, a, b in parts:
            if count > 0 and a + b * q <= 0:
                return mpmath.sign(b) * mpf(10) ** 60
            if count > 0:
                total += count * b / (a + b * q)
        return total

    if slope(low) <= 0:
        return low
    for _ in range(130):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return high


def bisect(rejects, inside, bound, steps):
    if inside == bound or not rejects(bound):
        return bound
    kept, out = mpf(inside), mpf(bound)
    for _ in range(steps):
        middle = (kept + out) / 2
        kept, out = (kept, middle) if rejects(middle) else (middle, out)
    return kept


def tango(a, b, c, d):
    n = a + b + c + d

    def rejects(gap):
        gap = mpf(gap)
        # q = P(only second); P(only first) = q + gap; the rest share 1 - 2q - gap.
        q = highest([(b, gap, 1), (c, 0, 1), (a + d, 1 - gap, -2)], max(mpf(0), -gap), (1 - gap) / 2)
        variance = (2 * q + gap - gap * gap) / n
        return (mpf(b - c) / n - gap) ** 2 > z2 * variance + mpf(10) ** -34

    return [bisect(rejects, mpf(b - c) / n, mpf(end), 60) for end in (-1, 1)]


def tang_low(a, b, c):
    if a + b == 0:
        return mpf(0)

    def rejects(log_ratio):
        r = mp.e**log_ratio
        # Given a positive by either: q = P(only second), P(both) = (1 - q)/r - q, P(only first) = 1 - q - P(both).
        inner, slope = 1 / r, -1 / r - 1
        q = highest([(a, inner, slope), (b, 1 - inner, -1 - slope), (c, 0, 1)], max(mpf(0), (1 - r)), 1 / (1 + r))
        variance = (a + b + c) * ((r - 1) + q * (r + 1))
        return (a + b - r * (a + c)) ** 2 > z2 * variance

    top = mpmath.log(mpf(a + b) / (a + c)) if a + c > 0 else mpf(60)
    return mp.e ** bisect(rejects, top, top - 80, 110)


def tang(a, b, c):
    turned = tang_low(a, c, b)
    return [tang_low(a, b, c), mpf("inf") if turned == 0 else 1 / turned]


def tests(b, c):
    if b + c == 0:
        return [1, 1]
    table = [[0, b], [c, 0]]
    return [mcnemar(table, exact=True).pvalue, mcnemar(table, exact=False, correction=False).pvalue]


def number(value):
    return "Infinity" if math.isinf(value) else float(value)


cases = []
for a, b, c, d in tables():
    found = {"tango": tango(a, b, c, d), "tang": tang(a, b, c), "mcNemar": tests(b, c)}
    cases.append({"table": [a, b, c, d], **{key: [number(v) for v in values] for key, values in found.items()}})

versions = {"python": sys.version.split()[0], "mpmath": mpmath.__version__, "statsmodels": statsmodels.__version__}
lines = ",\n".join(json.dumps(case) for case in cases)
print(f'{{"versions": {json.dumps(versions)}, "level": {LEVEL}, "cases": [\n{lines}\n]}}')
