import { AuditError } from "../problems.ts";

/** An element of an XML document: its local name, what is inside it, and the line on which it starts. */
export interface XmlElement {
  readonly name: string;
  /** Namespace that the element lies in by `xmlns`, of a default or a prefixed declaration; "" where none. */
  readonly namespace: string;
  readonly line: number;
  readonly children: readonly XmlElement[];
  /** The text directly inside, entities replaced, not trimmed. */
  readonly text: string;
}

const MOST_CHARACTERS = 4_000_000;
const MOST_DEPTH = 64;
const MOST_ELEMENTS = 20_000;

const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads an XML document, strictly and in a bounded way: elements, attributes, text, CDATA and comments. A document type,
 * processing instructions and entities other than the five of XML and characters by number are refused, so that nothing
 * outside the text is ever looked up and nothing in it can grow. Throws `AuditError` with the line.
 */
export function parseXml(source: string, file: string): XmlElement {
  return new Reader(source.replace(/^\uFEFF/, ""), file).document();
}

interface Open {
  readonly name: string;
  readonly prefixed: string;
  readonly namespace: string;
  readonly line: number;
  readonly children: XmlElement[];
  readonly scope: ReadonlyMap<string, string>;
  text: string;
}

class Reader {
  private at = 0;
  private line = 1;
  private elements = 0;
  private readonly source: string;
  private readonly file: string;

  constructor(source: string, file: string) {
    this.source = source;
    this.file = file;
  }

  document(): XmlElement {
    if (this.source.length > MOST_CHARACTERS) this.fail("the document is larger than 4 million characters");
    if (this.source.startsWith("<?xml")) this.skipTo("?>", "the XML declaration does not end");
    const open: Open[] = [];
    let root: XmlElement | undefined;
    while (this.at < this.source.length) {
      if (this.take("<!--")) this.skipTo("-->", "a comment does not end");
      else if (this.take("<![CDATA[")) this.text(open, this.upTo("]]>", "a CDATA section does not end"));
      else if (this.source.startsWith("<!", this.at)) this.fail("a document type or a declaration is not allowed");
      else if (this.source.startsWith("<?", this.at)) this.fail("a processing instruction is not allowed");
      else if (this.take("</")) {
        const closed = this.close(open);
        if (open.length === 0) root = closed;
      } else if (this.take("<")) {
        if (root !== undefined) this.fail("something stands after the end of the document");
        const empty = this.start(open);
        if (empty !== undefined && open.length === 0) root = empty;
      } else {
        const next = this.source.indexOf("<", this.at);
        const raw = this.advance(next < 0 ? this.source.length : next);
        this.text(open, this.entities(raw));
      }
    }
    if (open.length > 0) this.fail(`<${open.at(-1)!.prefixed}> is not closed`, open.at(-1)!.line);
    return root ?? this.fail("there is no element");
  }

  /** Reads a start tag; gives the element where it is empty (`<a/>`), else opens it. */
  private start(open: Open[]): XmlElement | undefined {
    const { line } = this;
    const prefixed = this.name();
    const scope = new Map(open.at(-1)?.scope ?? []);
    const seen = new Set<string>();
    for (;;) {
      this.space();
      if (this.source.startsWith(">", this.at) || this.source.startsWith("/>", this.at)) break;
      const attribute = this.name();
      if (seen.has(attribute)) this.fail(`the attribute ${attribute} stands twice`);
      seen.add(attribute);
      const value = this.value(attribute);
      if (attribute === "xmlns") scope.set("", value);
      else if (attribute.startsWith("xmlns:")) scope.set(attribute.slice("xmlns:".length), value);
    }
    const [prefix, name] = prefixed.includes(":") ? (prefixed.split(":") as [string, string]) : ["", prefixed];
    if (prefix !== "" && !scope.has(prefix)) this.fail(`the prefix ${prefix} is not declared`);
    if (++this.elements > MOST_ELEMENTS) this.fail(`there are more than ${MOST_ELEMENTS} elements`);
    if (open.length >= MOST_DEPTH) this.fail(`elements lie more than ${MOST_DEPTH} deep`);
    const element = { name, prefixed, namespace: scope.get(prefix) ?? "", line, children: [], scope, text: "" };
    if (this.take("/>")) return this.finished(element, open);
    this.at += 1;
    open.push(element);
    return undefined;
  }

  private close(open: Open[]): XmlElement {
    const prefixed = this.name();
    this.space();
    if (!this.take(">")) this.fail(`</${prefixed} does not end`);
    const element = open.pop();
    if (element === undefined || element.prefixed !== prefixed)
      return this.fail(`</${prefixed}> closes ${element === undefined ? "nothing" : `<${element.prefixed}>`}`);
    return this.finished(element, open);
  }

  private finished({ name, namespace, line, children, text }: Open, open: Open[]): XmlElement {
    const element = { name, namespace, line, children, text };
    open.at(-1)?.children.push(element);
    return element;
  }

  private text(open: Open[], text: string): void {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
    else if (text.trim() !== "") this.fail("text stands outside the document's element");
  }

  private value(attribute: string): string {
    this.space();
    if (!this.take("=")) this.fail(`the attribute ${attribute} has no value`);
    this.space();
    const quote = this.source[this.at];
    if (quote !== '"' && quote !== "'") this.fail(`the value of ${attribute} is not in quotes`);
    this.at += 1;
    const value = this.upTo(quote, `the value of ${attribute} does not end`);
    if (value.includes("<")) this.fail(`the value of ${attribute} holds <`);
    return this.entities(value);
  }

  private entities(raw: string): string {
    return raw.replaceAll(/&([^;&\s]{0,12});?/g, (whole, name: string) => {
      if (!whole.endsWith(";")) this.fail("a & is not the start of an entity; write &amp;");
      const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
      if (number === null) return ENTITIES[name] ?? this.fail(`the entity &${name}; is not allowed`);
      const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
      const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
      if (!allowed || (code >= 0xd800 && code <= 0xdfff)) this.fail(`&${name}; is not a character`);
      return String.fromCodePoint(code);
    });
  }

  private name(): string {
    NAME.lastIndex = this.at;
    const found = NAME.exec(this.source);
    if (found === null) return this.fail("a name is expected");
    this.at += found[0].length;
    return found[0];
  }

  private space(): void {
    while (/\s/.test(this.source[this.at] ?? "")) this.advance(this.at + 1);
    if (this.at >= this.source.length) this.fail("a tag does not end");
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private upTo(end: string, otherwise: string): string {
    const found = this.source.indexOf(end, this.at);
    if (found < 0) return this.fail(otherwise);
    const text = this.advance(found);
    this.at += end.length;
    return text;
  }

  private skipTo(end: string, otherwise: string): void {
    this.upTo(end, otherwise);
  }

  /** Moves on, counting lines. */
  private advance(to: number): string {
    const text = this.source.slice(this.at, to);
    for (const character of text) if (character === "\n") this.line += 1;
    this.at = to;
    return text;
  }

  private fail(what: string, line = this.line): never {
    throw new AuditError([
      {
        code: "FILE_UNREADABLE",
        where: { file: this.file, line },
        what: `the XML cannot be read: ${what}`,
        remedy: "Give the card as it was exported, as plain XML without a document type.",
      },
    ]);
  }
}
