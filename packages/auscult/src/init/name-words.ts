/** The words of a column's name in lower case: "ageAtIndex", "age_at_index" and "Age at index" alike; digits stand apart. */
export function nameWords(name: string): string[] {
  return name
    .normalize("NFC")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Nd}+)/gu, " $1 ")
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== "");
}
