#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { run } from "./run.ts";
import { VERSION } from "../version.ts";

const program = new Command("auscult")
  .description(
    "Listens to a clinical prediction model: how well, for whom, how sure, and what was not assessed.\nEverything runs on this machine; no network connection is opened.",
  )
  .version(VERSION, "-v, --version")
  .showHelpAfterError("(auscult --help shows the commands)")
  .exitOverride();

program
  .command("audit")
  .description("audit the data that a plan names and write the report")
  .argument("<plan>", "plan file (*.audit.yaml)")
  .option("-o, --out <folder>", "folder for the report (default: beside the plan, named after it)")
  .option("--previous <report>", "report.json of an earlier audit: what changed since is reported, of monitoring too")
  .option("--strict", "exit 1 unless every declared criterion was met; inconclusive is not met")
  .option("--allow-inconclusive", "with --strict: inconclusive does not fail, a gap shown does")
  .option("--format <list>", "formats, with commas, or all (default: as the plan says)")
  .option("--language <list>", "languages, with commas, or all (default: as the plan says)")
  .option("--json", "print a machine-readable result on stdout")
  .option("-q, --quiet", "no progress on stderr")
  .addHelpText(
    "after",
    "\nExamples:\n  auscult audit model.audit.yaml -o report\n  auscult audit model.audit.yaml --strict --json",
  )
  .action((plan: string, options: Parameters<typeof import("./audit-command.ts").auditCommand>[1]) =>
    run(async () => (await import("./audit-command.ts")).auditCommand(plan, options)),
  );

program
  .command("init")
  .description("look at data and draft a commented plan of them; what a person has to decide is marked # CHOOSE:")
  .argument("<data...>", "files or globs: CSV, Parquet, Arrow, JSON or NDJSON, gzipped or not")
  .option("-o, --out <plan>", "the plan to write; - for stdout (default: named after the data, in this folder)")
  .option("--score <column>", "the column of scores, where you know it")
  .option("--outcome <column>", "the column that says what happened, where you know it")
  .addHelpText(
    "after",
    "\nExamples:\n  auscult init predictions.csv\n  auscult init export.csv.gz -o model.audit.yaml --score risk --outcome died",
  )
  .action((files: string[], options: { out?: string; score?: string; outcome?: string }) =>
    run(async () => (await import("./init-command.ts")).initCommand(files, options)),
  );

program
  .command("explain")
  .description("say what a metric, curve, distance, analysis, verdict, reason or flag means; offline")
  .argument("[id]", "its id or name, as a report or report.json has it; all ids where none is given")
  .option("--language <tag>", "language of the meaning", "en")
  .option("--json", "print a machine-readable result on stdout")
  .addHelpText(
    "after",
    "\nExamples:\n  auscult explain calibrationSlope\n  auscult explain label_choice_bias_supported --language da\n  auscult explain",
  )
  .action((id: string | undefined, options: { language: string; json?: boolean }) =>
    run(async () => (await import("./explain-command.ts")).explainCommand(id, options)),
  );

program
  .command("check")
  .description("check a plan, and the columns of its data, without auditing")
  .argument("<plan>", "plan file (*.audit.yaml)")
  .option("--json", "print a machine-readable result on stdout")
  .addHelpText("after", "\nExample:\n  auscult check model.audit.yaml")
  .action((plan: string, options: { json?: boolean }) =>
    run(async () => (await import("./check-command.ts")).checkCommand(plan, options)),
  );

program
  .command("plan-size")
  .description("how many patients a validation needs, and how long this hospital must collect; reads no data")
  .argument("<plan>", "plan file (*.audit.yaml) with planSize")
  .option("-o, --out <file>", "write a page of Markdown")
  .option("--language <language>", "language of the page", "en")
  .option("--json", "print a machine-readable result on stdout")
  .addHelpText(
    "after",
    "\nExamples:\n  auscult plan-size model.audit.yaml\n  auscult plan-size model.audit.yaml -o size.md --language da",
  )
  .action((plan: string, options: { out?: string; json?: boolean; language: string }) =>
    run(async () => (await import("./plan-size-command.ts")).planSizeCommand(plan, options)),
  );

program
  .command("render")
  .description("render a report.json again, without the data")
  .argument("<report>", "report.json of an audit")
  .option("-o, --out <folder>", "folder for the rendering (default: beside the report's folder, named after it)")
  .option("--format <list>", "formats, with commas, or all", "html,json")
  .option("--language <list>", "languages, with commas, or all", "en")
  .option("-q, --quiet", "no progress on stderr")
  .addHelpText("after", "\nExample:\n  auscult render report/report.json --format all -o again")
  .action((report: string, options: { out?: string; quiet?: boolean; format?: string; language?: string }) =>
    run(async () => (await import("./render-command.ts")).renderCommand(report, options)),
  );

program
  .command("lock")
  .description(
    "fix a plan before its outcomes are read: PLAN.lock has its hash, its content and the date; no data are read",
  )
  .argument("<plan>", "plan file (*.audit.yaml)")
  .addHelpText("after", "\nExample:\n  auscult lock model.audit.yaml")
  .action((plan: string) => run(async () => (await import("./lock-command.ts")).lockCommand(plan)));

program
  .command("keygen")
  .description("make an Ed25519 key pair to sign reports with: NAME.key, to be kept, and NAME.pub, to be given away")
  .option("-o, --out <name>", "path of the two files, without their endings", "auscult")
  .addHelpText("after", "\nExample:\n  auscult keygen -o hospital")
  .action((options: { out: string }) => run(async () => (await import("./keygen-command.ts")).keygenCommand(options)));

program
  .command("sign")
  .description("sign a report's manifest (detached Ed25519 signature)")
  .argument("<folder>", "folder that an audit wrote")
  .requiredOption("--key <file>", "private key, as auscult keygen writes it")
  .addHelpText("after", "\nExample:\n  auscult sign report --key hospital.key")
  .action((folder: string, options: { key: string }) =>
    run(async () => (await import("./sign-command.ts")).signCommand(folder, options)),
  );

program
  .command("verify")
  .description("check a report's files, signature and place in the audit log; exit 1 where one does not hold")
  .argument("<folder>", "folder that an audit wrote")
  .option("--public-key <file>", "whose signature it has to be")
  .option("--log <file>", "audit log (default: audit-log.ndjson beside the folder, where there is one)")
  .option("--json", "print a machine-readable result on stdout")
  .addHelpText("after", "\nExample:\n  auscult verify report --public-key hospital.pub")
  .action((folder: string, options: { publicKey?: string; log?: string; json?: boolean }) =>
    run(async () => (await import("./verify-command.ts")).verifyCommand(folder, options)),
  );

program
  .command("import-card")
  .description("draft a plan's claims from a CHAI Applied Model Card (XML v0.1 or v0.2), on stdout")
  .argument("<card>", "the card's XML file")
  .addHelpText("after", "\nExample:\n  auscult import-card card.xml >> model.audit.yaml")
  .action((card: string) => run(async () => (await import("./import-card-command.ts")).importCardCommand(card)));

program
  .command("demo")
  .description("audit the fixtures that ship with Auscult and write their reports")
  .option("-o, --out <folder>", "folder for the reports", "auscult-demo")
  .option("-q, --quiet", "no progress on stderr")
  .addHelpText("after", "\nExample:\n  auscult demo -o auscult-demo")
  .action((options: { out: string; quiet?: boolean }) =>
    run(async () => (await import("./demo-command.ts")).demoCommand(options)),
  );

program
  .command("completion")
  .description("print the script that completes commands, options and files in a shell")
  .argument("<shell>", "bash, zsh or fish")
  .addHelpText("after", "\nExample:\n  source <(auscult completion bash)")
  .action((shell: string) =>
    run(async () => (await import("./completion-command.ts")).completionCommand(program, shell)),
  );

try {
  await program.parseAsync();
} catch (error) {
  // commander has printed its message; help and --version end with 0, a wrong call with 2.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
