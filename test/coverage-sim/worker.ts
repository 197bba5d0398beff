import { DESIGNS } from "./designs.ts";
import { study } from "./study.ts";

process.on("message", ({ design, from, to, seed }: { design: number; from: number; to: number; seed: number }) => {
  process.send?.(study(DESIGNS[design]!, from, to, seed));
});
