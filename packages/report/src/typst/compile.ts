import { readFileSync } from "node:fs";
import type { NodeCompiler, NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { interFiles } from "../fonts.ts";
import { needed } from "../needed.ts";
import { printable } from "../printable.ts";
import type { TypstSource } from "./source.ts";

const STANDARD = "a-3a";

/**
 * Compiles to PDF/A-3a (ISO 19005-3: tagged, fonts embedded), with `attachment` inside it as report.json. The same source
 * and time give the same bytes. Nothing is read from the disk but the fonts, and nothing from the network.
 */
export async function compileTypst(source: TypstSource, attachment: string, created: Date): Promise<Uint8Array> {
  const engine = await needed(
    "@myriaddreamin/typst-ts-node-compiler",
    () => import("@myriaddreamin/typst-ts-node-compiler"),
  );
  const compiler = engine.NodeCompiler.create({
    workspace: "/auscult-report",
    fontArgs: [{ fontBlobs: interFiles().map((file) => readFileSync(file)) }],
  });
  const add = (path: string, content: string): void =>
    compiler.mapShadow(`/auscult-report${path}`, Buffer.from(content));
  for (const [path, svg] of source.pictures) add(path, printable(svg));
  add("/report.json", attachment);
  add("/main.typ", source.main);
  const done = compiler.compile({ mainFilePath: "/auscult-report/main.typ" });
  const { result } = done;
  if (result === null) throw new Error(`the PDF could not be set: ${told(compiler, done.takeDiagnostics())}`);
  return compiler.pdf(result, {
    pdfStandard: STANDARD,
    creationTimestamp: Math.floor(created.getTime() / 1000),
  });
}

function told(compiler: NodeCompiler, error: NodeError | null): string {
  const found = error === null ? [] : compiler.fetchDiagnostics(error);
  return found.map((d: { readonly message?: unknown }) => String(d.message)).join("; ");
}
