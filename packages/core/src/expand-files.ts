import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { didYouMean } from "./nearest.ts";
import { AuditError, type Problem } from "./problems.ts";

/** A file to read: as the plan names it (from the base folder, forward slashes), and where it lies. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/**
 * The files that names and globs stand for, in the order named; those of one glob in the order of their names.
 *
 * A glob knows `*` and `?` (within one folder), `**` (any folders), `[a-z]` and `{a,b}`. A name that exists as it stands
 * is no glob. A name without a file, a glob without a match, and a file named twice (its patients would count twice) are problems.
 */
export async function expandFiles(names: readonly string[], base: string): Promise<readonly NamedFile[]> {
  if (names.length === 0) {
    const remedy = "Name at least one file.";
    throw new AuditError([{ code: "FILE_MISSING", where: {}, what: "no file is named", remedy }]);
  }
  const files: NamedFile[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const found = await expand(name, base);
    if ("code" in found) problems.push(found);
    else files.push(...found);
  }
  const seen = new Map<string, string>();
  for (const { name, path } of files) {
    const earlier = seen.get(path);
    seen.set(path, name);
    if (earlier === undefined) continue;
    const what = "the file is named twice, so that its rows would be counted twice";
    problems.push({
      code: "FILE_REPEATED",
      where: { file: name },
      what,
      remedy: `It is also ${earlier}: name it once.`,
    });
  }
  if (problems.length > 0) throw new AuditError(problems);
  return files;
}

async function expand(name: string, base: string): Promise<readonly NamedFile[] | Problem> {
  const path = resolve(base, name);
  if (await exists(path)) return [{ name: slashes(name), path }];
  if (!/[*?[{]/u.test(name)) return missing(name, path);
  const parts = slashes(name).split("/");
  const fixed = parts.findIndex((part) => /[*?[{]/u.test(part));
  const root = parts.slice(0, fixed).join("/");
  const wanted = pattern(parts.slice(fixed).join("/"));
  const top = resolve(base, root === "" && name.startsWith("/") ? "/" : root);
  const deep = parts.length - fixed > 1;
  const found = (await filesBelow(top, deep)).filter((file) => wanted.test(file)).sort();
  if (found.length > 0) {
    return found.map((file) => ({ name: root === "" ? file : `${root}/${file}`, path: join(top, file) }));
  }
  const what = "no file matches the pattern";
  return {
    code: "FILE_MISSING",
    where: { file: name },
    what,
    remedy: "Check the pattern; it starts from the plan's folder.",
  };
}

async function missing(name: string, path: string): Promise<Problem> {
  const siblings = await readdir(dirname(path)).catch(() => undefined);
  const where = { file: name };
  if (siblings === undefined) {
    const remedy = "Check the path; it starts from the plan's folder.";
    return { code: "FILE_MISSING", where, what: "the folder of this file does not exist", remedy };
  }
  const remedy = `Check the name; it starts from the plan's folder.${didYouMean(basename(path), siblings.sort())}`;
  return { code: "FILE_MISSING", where, what: "the file does not exist", remedy };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Paths of the files below a folder, from that folder; hidden files and folders are left out. */
async function filesBelow(folder: string, deep: boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const directory = entry.isSymbolicLink()
      ? await stat(join(folder, entry.name)).then(
          (target) => target.isDirectory(),
          () => true,
        )
      : entry.isDirectory();
    if (!directory) found.push(entry.name);
    else if (deep && !entry.isSymbolicLink()) {
      const below = await filesBelow(join(folder, entry.name), deep);
      found.push(...below.map((file) => `${entry.name}/${file}`));
    }
  }
  return found;
}

/** A glob as a regular expression over the whole path. */
function pattern(glob: string): RegExp {
  const tokens = /\*\*\/|\*\*|\*|\?|\[[^\]/]+\]|\{[^}/]*\}|[^]/gu;
  const translated = glob.replaceAll(tokens, (token) => {
    if (token === "**/") return "(?:[^/]+/)*";
    if (token === "**") return ".*";
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (token.startsWith("[") && token.length > 1)
      return `[${token.slice(1, -1).replace(/^!/u, "^").replaceAll("\\", "\\\\")}]`;
    if (token.startsWith("{") && token.length > 1) return `(?:${token.slice(1, -1).split(",").map(literal).join("|")})`;
    return literal(token);
  });
  return new RegExp(`^${translated}$`, "u");
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
