"""Reference values of the special functions: series of positive terms in Arb's ball arithmetic, each checked against scipy.

    pip install scipy python-flint
    python special-functions.py > special-functions.json
"""

import json
import sys

import flint
import scipy
from flint import acb, arb, ctx
from scipy import special, stats

ctx.prec = 1400
cases = []


def add(function, arguments, value, other=None, agree=1e-9):
    """One value, proven to far more digits than a double. `other` is scipy's; they must agree."""
    if not value.rad() < abs(value.mid()) * arb(10) ** -40:
        sys.exit(f"{function}{arguments}: {value} is not sharp enough")
    value = float(value.mid())
    if other is not None and value != 0 and abs(value) > 1e-290 and abs(float(other) / value - 1) > agree:
        sys.exit(f"{function}{arguments}: Arb {value!r}, scipy {float(other)!r}")
    cases.append({"function": function, "arguments": arguments, "value": value})


def root(f, start):
    """Secant from a start that is right to several digits; the balls are shrunk to their middles on the way."""
    a, b = arb(start), arb(start) * (1 + arb(10) ** -7)
    fa, fb = f(a), f(b)
    for _ in range(60):
        if (fb - fa).contains(0):
            return b
        a, b, fa = b, (b - fb * (b - a) / (fb - fa)).mid(), fb
        fb = f(b)
        if abs(b - a) < abs(b) * arb(10) ** -50:
            return b
    sys.exit(f"no root near {start}")


def upper(x):
    return (arb(x) / arb(2).sqrt()).erfc() / 2


def series(ratio):
    """1 + r(1) + r(1) r(2) + ..., every r positive and falling: 1400 bits leave 1 - 1e-300 its digits."""
    total, term, n = arb(1), arb(1), 0
    while True:
        n += 1
        r = ratio(n)
        term *= r
        total += term
        if n % 64 == 0 and r < 0.999999 and term < total * arb(2) ** -1390:
            return total + arb(0, term / (1 - r))


def beta_series(x, a, b):
    y = 1 - x
    front = (a * x.log() + b * y.log() + (a + b).lgamma() - a.lgamma() - b.lgamma()).exp() / a
    return front * series(lambda n: (a + b + n - 1) * x / (a + n))


def beta(x, a, b):
    x, a, b = arb(x), arb(a), arb(b)
    return beta_series(x, a, b) if x < 0.5 else 1 - beta_series(1 - x, b, a)


def gamma(a, x):
    a, x = arb(a), arb(x)
    return (a * x.log() - x - (a + 1).lgamma()).exp() * series(lambda n: x / (a + n))


def gamma_upper(a, x):
    return 1 - gamma(a, x)


def t_upper(t, df):
    t, df = arb(t), arb(df)
    return beta(df / (df + t * t), df / 2, arb(1) / 2) / 2


for x in [-38, -20.5, -8.3, -5, -3.1, -1.51, -1.49, -0.7, -1e-9, 0, 1e-12, 0.3, 1, 1.4999, 1.5001, 1.96, 2.5758, 3.3, 5.7, 8.3, 12.25, 26.1, 37.5]:
    add("normalUpperTail", [x], upper(x), stats.norm.sf(x))
    add("normalCdf", [x], upper(-x), stats.norm.cdf(x))
for p in [1e-300, 1e-100, 1e-17, 1e-10, 1e-5, 0.001, 0.025, 0.05, 0.0749, 0.0751, 0.1, 0.3, 0.4999, 0.500000001, 0.6, 0.8, 0.9, 0.95, 0.975, 0.995, 0.9999, 1 - 1e-10]:
    guess = stats.norm.ppf(p)
    add("normalQuantile", [p], root(lambda t: (upper(-t) / arb(p)).log(), guess), guess)

for x in [1e-10, 0.001, 0.3, 0.5, 0.999, 1.5, 2.5, 3.75, 9.99, 10, 33.3, 171.5, 1e4, 1e9]:
    add("logGamma", [x], arb(x).lgamma(), special.gammaln(x))

for a, b in [(0.5, 0.5), (0.5, 20.5), (1, 1), (1, 30), (2.5, 0.7), (3, 7), (20.5, 3.5), (81, 183), (250.5, 0.5), (1000, 3000), (2e4, 5e4), (1e6, 2e6)]:
    for p in [1e-300, 1e-17, 1e-10, 0.025, 0.3, 0.9, 0.975]:
        x = float(special.betaincinv(a, b, p))
        if 1e-290 < x < 1 - 1e-12:
            add("incompleteBeta", [x, a, b], beta(x, a, b), special.betainc(a, b, x), 1e-6)
            if p > 1e-100:
                add("betaQuantile", [p, a, b], root(lambda t: (beta(t, a, b) / arb(p)).log(), x), x, 1e-6)
    for x in [0.01, 0.2, 0.5, 0.8, 0.99]:
        if float(beta(x, a, b).mid()) > 1e-300:
            add("incompleteBeta", [x, a, b], beta(x, a, b), special.betainc(a, b, x), 1e-6)

for a in [0.01, 0.5, 1, 2.5, 10, 100.5, 5000, 1e6]:
    for p in [1e-300, 1e-17, 1e-10, 0.025, 0.4, 0.9, 0.975]:
        x = float(special.gammaincinv(a, p))
        if x > 1e-290:
            add("incompleteGamma", [a, x], gamma(a, x), special.gammainc(a, x), 1e-6)
            if p > 1e-100:
                add("gammaQuantile", [p, a], root(lambda t: (gamma(a, t) / arb(p)).log(), x), x, 1e-6)
        x = float(special.gammainccinv(a, p))
        if x > 1e-10:
            add("incompleteGammaUpper", [a, x], gamma_upper(a, x), special.gammaincc(a, x), 1e-6)

for df in [1, 2.5, 3, 10, 39, 200.7, 1e5, 1e10]:
    for t in [1e-8, 0.5, 1.7, 2.2, 5, 12, 40]:
        exact = t_upper(t, df)
        if float(exact.mid()) > 1e-300:
            add("studentTUpperTail", [t, df], exact, stats.t.sf(t, df), 1e-5)
            add("studentTCdf", [t, df], 1 - exact, stats.t.cdf(t, df), 1e-6)
    for p in [0.975, 0.95, 0.5000001, 0.995]:
        guess = float(stats.t.ppf(p, df))
        add("studentTQuantile", [p, df], root(lambda t: (t_upper(t, df) / (1 - arb(p))).log(), guess), guess, 1e-6)
    for p in [1e-17, 1e-10]:
        guess = -float(stats.t.ppf(p, df))
        add("studentTQuantile", [p, df], -root(lambda t: (t_upper(t, df) / arb(p)).log(), guess), -guess, 1e-5)

for df in [1, 2, 3, 4, 9, 50, 1000]:
    for x in [1e-6, 0.5, 3.841458820694124, 30, 90, 600, 1300]:
        exact = gamma_upper(arb(df) / 2, arb(x) / 2)
        if float(exact.mid()) > 1e-300:
            add("chiSquaredUpperTail", [x, df], exact, stats.chi2.sf(x, df), 1e-6)
    for p in [1e-17, 0.025, 0.5, 0.95, 0.975, 0.999999]:
        guess = float(stats.chi2.ppf(p, df))
        add("chiSquaredQuantile", [p, df], root(lambda t: (gamma(arb(df) / 2, t / 2) / arb(p)).log(), guess), guess, 1e-6)

for d1, d2 in [(1, 1), (1, 30), (3, 7.5), (10, 200), (2, 1e6)]:
    for x in [1e-5, 0.6, 1, 2.9, 4.5, 40, 400]:
        y = arb(d2) / (arb(d2) + arb(d1) * arb(x))
        add("fUpperTail", [x, d1, d2], beta(y, arb(d2) / 2, arb(d1) / 2), stats.f.sf(x, d1, d2), 1e-6)

for n, p in [(1, 0.3), (10, 0.5), (29, 0.034), (263, 0.31), (5000, 0.002), (100000, 0.4)]:
    for k in sorted({0, 1, n // 10, int(n * p), int(n * p) + 1, n // 2, n - 1}):
        below = beta(1 - arb(p), n - k, k + 1)
        if float(below.mid()) > 1e-300:
            add("binomialCdf", [k, n, p], below, stats.binom.cdf(k, n, p), 1e-6)
        above = beta(p, k, n - k + 1) if k > 0 else arb(1)
        if k > 0 and float(above.mid()) > 1e-300:
            add("binomialUpperTail", [k, n, p], above, stats.binom.sf(k - 1, n, p), 1e-6)
        exact = arb(flint.fmpz.bin_uiui(n, k)) * arb(p) ** k * (1 - arb(p)) ** (n - k)
        if float(exact.mid()) > 1e-300:
            add("binomialProbability", [k, n, p], exact, stats.binom.pmf(k, n, p), 1e-6)


ctx.prec = 500


def range_upper(q, k):
    """k ∫ φ(z) [Φ(z)^(k-1) - (Φ(z) - Φ(z - q))^(k-1)] dz; beyond 40 the normal density is below 1e-347."""
    q = acb(q)
    root_two, scale = acb(2).sqrt(), (2 * acb.pi()).sqrt()

    def cdf(z):
        return (-z / root_two).erfc() / 2

    def integrand(z, _):
        below = cdf(z)
        return (-z * z / 2).exp() / scale * (below ** (k - 1) - (below - cdf(z - q)) ** (k - 1))

    return k * acb.integral(integrand, acb(-40), acb(40) + q).real


for k in [2, 3, 5, 12, 50]:
    for q in [0.4, 1.5, 3.3, 3.8577, 6, 12, 30]:
        other = stats.studentized_range.sf(q, k, float("inf")) if q < 6 else None
        add("studentizedRangeUpperTail", [q, k], range_upper(q, k), other, 1e-6)
        add("studentizedRangeCdf", [q, k], 1 - range_upper(q, k))
    for p in [0.05, 0.5, 0.9, 0.95, 0.99]:
        guess = float(stats.studentized_range.ppf(p, k, float("inf")))
        add("studentizedRangeQuantile", [p, k], root(lambda q: range_upper(q, k) - (1 - arb(p)), guess), guess, 1e-6)

versions = {"python": sys.version.split()[0], "python-flint": flint.__version__, "scipy": scipy.__version__}
lines = ",\n".join(json.dumps(case) for case in cases)
print(f'{{"versions": {json.dumps(versions)}, "cases": [\n{lines}\n]}}')
