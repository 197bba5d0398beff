import { scaleInterval } from "../inference/scale-interval.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import type { RowsPoint } from "../outcome-kinds/outcome-metric.ts";
import type { Interval } from "../result.ts";

/** A probability's interval on the logit scale, by t on the point's degrees of freedom; none where the error says nothing. */
export function logitInterval(point: RowsPoint, level: number): Interval | undefined {
  const critical = studentTQuantile((1 + level) / 2, point.degreesOfFreedom ?? Infinity);
  return scaleInterval(point, { intervalScale: "logit", range: [0, 1] }, { level, critical });
}
