import type { AuditReport } from "@auscult/report";
import { z } from "zod";
import type { OutputFile } from "../write-folder.ts";
import { digestOf } from "./digest.ts";
import { fileProblem } from "./problem.ts";

/** Name of the manifest in its folder. */
export const MANIFEST = "manifest.json";

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.strictObject({
  auscultManifest: z.literal(1),
  /** Version of Auscult that wrote the folder. */
  auscult: z.string(),
  title: z.string(),
  created: z.iso.datetime(),
  plan: z.strictObject({ sha256: sha256Text }),
  inputs: z.array(z.strictObject({ file: z.string(), sha256: sha256Text, bytes: z.exactOptional(z.number()) })),
  outputs: z.array(
    z.strictObject({
      name: z.string(),
      sha256: sha256Text,
      bytes: z.number().int().min(0),
      sums: z.tuple([z.number(), z.number()]),
    }),
  ),
});
export type Manifest = z.output<typeof manifestSchema>;

/** What a report was made from and what was made, each by its SHA-256. It holds nothing that the folder does not. */
export function manifestOf(report: AuditReport, files: readonly OutputFile[]): OutputFile {
  const manifest: Manifest = {
    auscultManifest: 1,
    auscult: report.auscult.version,
    title: report.title,
    created: report.created,
    plan: { sha256: report.plan.sha256 },
    inputs: report.provenance.files.map(({ file, sha256, bytes }) => ({
      file,
      sha256,
      ...(bytes === undefined ? {} : { bytes }),
    })),
    outputs: files.map(({ name, content }) => {
      const { sha256, bytes, sums } = digestOf(typeof content === "string" ? Buffer.from(content) : content);
      return { name, sha256, bytes, sums: [...sums] };
    }),
  };
  return { name: MANIFEST, content: `${JSON.stringify(manifest, null, 1)}\n` };
}

export function parseManifest(text: string, file: string): Manifest {
  const broken = (why: string): Error =>
    fileProblem(
      "FILE_UNREADABLE",
      file,
      `the manifest is not one that Auscult writes: ${why}`,
      "It was changed or cut short. Nothing in this folder can be relied on until the folder is made again.",
    );
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw broken("it is not JSON");
  }
  const parsed = manifestSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw broken(issue === undefined ? "its shape is wrong" : `${issue.path.join(".")}: ${issue.message}`);
}
