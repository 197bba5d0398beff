import { lockPlan } from "../trace/plan-lock.ts";
import { clock, clockGiven } from "./audit-command.ts";
import type { ExitCode } from "./run.ts";

/** `auscult lock PLAN`: fixes the plan before the outcomes are read. */
export async function lockCommand(plan: string): Promise<ExitCode> {
  const file = await lockPlan(plan, clock().now ?? new Date().toISOString(), clockGiven());
  process.stdout.write(`${file}\n`);
  return 0;
}
