const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML, in content or in a quoted attribute. Everything that a plan or data named passes through here. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c]!);
}

/** JSON that cannot end the script element it stands in. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** An id for an element and its links: letters, digits and hyphens, whatever the name was. */
export function elementId(name: string): string {
  return name.replace(
    /[^A-Za-z0-9]+/g,
    (run) =>
      `-${Array.from(run)
        .map((c) => (/[\s&=_-]/.test(c) ? "" : c.codePointAt(0)!.toString(36)))
        .join("")}`,
  );
}
