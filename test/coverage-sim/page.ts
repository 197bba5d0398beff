import { metrics } from "@auscult/metrics";
import { DESIGNS } from "./designs.ts";
import { type Coverage, monteCarloError, NOMINAL, REPLICATES, share, undercovers } from "./study.ts";

/** What is known of intervals that cannot be mended by more of the same, in the page's words. */
const LIMITS = [
  "## Known limits",
  "",
  "- Intervals that this study found to cover less than their level with few events are not shown: of calibration errors",
  "  (ICI, E50, E90, Emax, ECE) below 100 events or non-events, of kappa and MCC below 20, of average precision below 10. The",
  "  value stands alone, with the reason.",
  "- Calibration errors are covered nominally to conservatively near perfect calibration: 0.94 to 1.",
  "- Of several hundred intervals one in forty falls below its level by two Monte-Carlo standard errors by chance alone.",
  "",
];

/** The study as a page of Markdown: what undercovers first, then every interval. */
export function page(
  coverages: readonly Coverage[],
  { samples, seed }: { readonly samples: number; readonly seed: number },
): string {
  const studied = coverages.filter((c) => c.intervals > 0);
  const short = studied.filter(undercovers).sort((a, b) => share(a) - share(b));
  const lines = [
    "# Do the intervals hold what they promise?",
    "",
    `Every metric of the registry and every contrast of two subgroups, over ${samples} samples from populations whose truth is`,
    "known exactly (scores lie on a finite grid, so that the truth is a sum without chance). The intervals are those that an",
    `audit ships, at a nominal ${NOMINAL} (resampled ones from ${REPLICATES} replicates). Where patients have several rows they rest on the block`,
    "jackknife; where rows are weighted, on linearised errors.",
    "",
    `Made by \`pnpm coverage-sim --samples ${samples} --seed ${seed}\`; the same command gives the same numbers, on any number of`,
    "workers. A fast slice runs with the tests.",
    "",
    "Columns: coverage overall, in subgroup A (perfectly calibrated where patients have one row), in subgroup B (miscalibrated),",
    "and of the contrast of B with reference A. In brackets, where not every sample",
    "had one, the intervals made; a dash where none is made, on purpose or for want of events. **Bold**: below nominal by more",
    `than two Monte-Carlo standard errors (${monteCarloError(samples).toFixed(4)} with all ${samples} samples).`,
    "",
    ...LIMITS,
    "## What undercovers",
    "",
    `${short.length} of ${studied.length} intervals lie below nominal by more than two Monte-Carlo standard errors; were all exact, about`,
    `${Math.round(0.0228 * studied.length)} would by chance. The worst, and on which side the truth lay when it was missed:`,
    "",
    "| design | where | metric | interval | coverage | truth above it | truth below it |",
    "|---|---|---|---|---|---|---|",
    ...short.map(
      (c) =>
        `| ${c.design} | ${c.where} | ${c.metric} | ${c.interval} | ${share(c).toFixed(3)} | ${rate(c.below, c)} | ${rate(c.above, c)} |`,
    ),
    "",
  ];
  for (const { id, description } of DESIGNS) {
    lines.push(`## ${id}`, "", `${description}.`, "", ...table(coverages, id), "");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function table(coverages: readonly Coverage[], design: string): string[] {
  const rows = metrics.map(({ id }) => {
    const of = (wheres: readonly string[], interval: Coverage["interval"]): Coverage | undefined =>
      coverages.find(
        (c) => c.design === design && wheres.includes(c.where) && c.metric === id && c.interval === interval,
      );
    const cells = [["overall"], ["A"], ["B"], ["B − A", "B / A"]].map((wheres) => {
      const shipped = cell(of(wheres, "shipped"));
      const verdict = of(wheres, "verdict");
      return verdict === undefined ? shipped : `${shipped}; verdict ${cell(verdict)}`;
    });
    return `| ${id} | ${cells.join(" | ")} |`;
  });
  return ["| metric | overall | A | B | B against A |", "|---|---|---|---|---|", ...rows];
}

function cell(c: Coverage | undefined): string {
  if (c === undefined || c.intervals === 0) return "–";
  const value = share(c).toFixed(3);
  const marked = undercovers(c) ? `**${value}**` : value;
  return c.intervals === c.samples ? marked : `${marked} (${c.intervals})`;
}

function rate(count: number, { intervals }: Coverage): string {
  return (count / intervals).toFixed(3);
}
