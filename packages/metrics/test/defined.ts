import { isUndefined, type Undefined } from "../src/index.ts";

/** The result, or a failure that names why there is none. */
export function defined<T extends object>(result: T | Undefined): T {
  if (isUndefined(result)) throw new Error(`undefined: ${result.reason}`);
  return result;
}
