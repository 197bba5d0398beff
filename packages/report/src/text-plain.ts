import type { Text } from "./document.ts";

/** A text without its emphasis and links. */
export function textPlain(text: Text): string {
  if (typeof text === "string") return text;
  return text
    .map((inline) => {
      if (typeof inline === "string") return inline;
      if ("strong" in inline) return inline.strong;
      return "code" in inline ? inline.code : inline.text;
    })
    .join("");
}
