import type { Command } from "commander";
import { AuditError } from "@auscult/core";
import type { ExitCode } from "./run.ts";

/** A command as a shell completes it. */
interface Completed {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly { readonly long: string; readonly about: string; readonly takesValue: boolean }[];
}

const SHELLS: Readonly<Record<string, (commands: readonly Completed[]) => string>> = { bash, zsh, fish };

/** `auscult completion SHELL`: prints the script that completes commands, options and files, made from the commands there are. */
export async function completionCommand(program: Command, shell: string): Promise<ExitCode> {
  const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (script === undefined) {
    throw new AuditError([
      {
        code: "PLAN_INVALID",
        where: {},
        what: "there is no completion for this shell",
        seen: shell,
        remedy: `Name one of ${Object.keys(SHELLS).join(", ")}.`,
      },
    ]);
  }
  const commands = program.commands.map(
    (command): Completed => ({
      name: command.name(),
      about: command.description(),
      flags: [
        ...command.options.flatMap(({ long, description, required, optional }) =>
          long === undefined || long === null ? [] : [{ long, about: description, takesValue: required || optional }],
        ),
        { long: "--help", about: "show how to use it", takesValue: false },
      ],
    }),
  );
  process.stdout.write(script(commands));
  return 0;
}

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ name, flags }) => `    ${name}) words="${flags.map(({ long }) => long).join(" ")}" ;;`);
  return `# auscult completion bash > /etc/bash_completion.d/auscult, or: source <(auscult completion bash)
_auscult() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    *) words="" ;;
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _auscult auscult
`;
}

function zsh(commands: readonly Completed[]): string {
  const told = (text: string): string =>
    text
      .replaceAll(/[[\]:'\\]/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();
  const cases = commands.map(({ name, flags }) => {
    const specs = flags.map(
      ({ long, about, takesValue }) => `'${long}[${told(about)}]${takesValue ? ":value:_files" : ""}'`,
    );
    return `    ${name}) _arguments ${specs.join(" ")} '*:file:_files' ;;`;
  });
  return `#compdef auscult
# auscult completion zsh > a folder of $fpath/_auscult, or: source <(auscult completion zsh)
_auscult() {
  local -a commands
  commands=(${commands.map(({ name, about }) => `'${name}:${told(about)}'`).join(" ")})
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join("\n")}
  esac
}
compdef _auscult auscult
`;
}

function fish(commands: readonly Completed[]): string {
  const quoted = (text: string): string =>
    `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll(/\s+/g, " ")}'`;
  return [
    "# auscult completion fish > ~/.config/fish/completions/auscult.fish",
    ...commands.map(
      ({ name, about }) => `complete -c auscult -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
    ),
    ...commands.flatMap(({ name, flags }) =>
      flags.map(
        ({ long, about, takesValue }) =>
          `complete -c auscult -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}${takesValue ? " -r" : ""} -d ${quoted(about)}`,
      ),
    ),
    "",
  ].join("\n");
}
