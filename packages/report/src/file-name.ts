/** A name that is safe as a file's on every system: small letters, digits and hyphens. */
export function fileName(name: string): string {
  const safe = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return safe === "" ? "unnamed" : safe;
}

/** A file's name in a language: `report.html` in English, `report.da.html` in Danish. */
export function inLanguage(base: string, extension: string, language: string): string {
  return `${base}${language === "en" ? "" : `.${language}`}${extension}`;
}
