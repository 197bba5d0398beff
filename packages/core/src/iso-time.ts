const DAY = 86_400_000;
/** Units a second, by Arrow's `TimeUnit`: seconds, milli-, micro-, nanoseconds. */
const PER_SECOND = [1n, 1_000n, 1_000_000n, 1_000_000_000n] as const;

/** Milliseconds since 1970 as `2026-03-01`, with the time of day where it is not midnight. */
export function isoDate(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  return milliseconds % DAY === 0 ? text.replace(/T.*$/u, "") : text.replace("Z", "");
}

/** Units since 1970 as `2026-03-01T12:00:00.5`, with `Z` where they count from midnight in UTC and not on an unnamed clock. */
export function isoTimestamp(value: bigint, unit: number, zoned: boolean): string {
  const perSecond = PER_SECOND[unit]!;
  const fraction = ((value % perSecond) + perSecond) % perSecond;
  const seconds = (value - fraction) / perSecond;
  const text = new Date(Number(seconds) * 1000).toISOString().replace(/\.\d+Z$/u, "");
  return `${text}${fractionText(fraction, unit)}${zoned ? "Z" : ""}`;
}

/** Units since midnight as `12:00:00.5`. */
export function isoTime(value: bigint, unit: number): string {
  return isoTimestamp(value, unit, false).replace(/^.*T/u, "");
}

function fractionText(fraction: bigint, unit: number): string {
  const digits = fraction
    .toString()
    .padStart(3 * unit, "0")
    .replace(/0+$/u, "");
  return digits === "" || unit === 0 ? "" : `.${digits}`;
}
