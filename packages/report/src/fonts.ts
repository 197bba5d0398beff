import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Inter as font files, for the engines that draw text themselves: upright, italic, half-bold and bold. */
export function interFiles(): readonly string[] {
  const folder = dirname(require.resolve("@expo-google-fonts/inter/package.json"));
  return ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"].map((face) =>
    join(folder, face, `Inter_${face}.ttf`),
  );
}
