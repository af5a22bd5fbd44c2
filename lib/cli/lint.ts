/** `lint`: everything that would be wrong with a library for its readers, as `file:pointer: what, and what to do`. */
import { join, relative } from 'node:path';
import type { FactCheck, Pack } from '../claims';
import { lintCheck, lintLibrary } from '../claims/lint';
import { findMatches } from '../match/find';
import { compileLibrary } from '../match/library';
import { compile, compileSets, PatternError } from '../match/pattern';
import { type FileProblem, readLibrary, STARTER } from './library';
import { UsageError } from './usage';

/** Runs the command on a library folder; prints problems, or one line that says all is well. */
export async function lint(args: string[]): Promise<number> {
  if (args.length > 1 || args[0]?.startsWith('-')) throw new UsageError('lint takes one folder: lint [DIR]');
  const problems = await lintFolder(args[0] ?? STARTER);
  for (const p of problems) process.stdout.write(`${p.file}:${p.pointer}: ${p.message}\n`);
  if (problems.length === 0) process.stdout.write('lint: no problems\n');
  return problems.length === 0 ? 0 : 1;
}

/** Every problem of the library in `dir`. */
export async function lintFolder(dir: string): Promise<FileProblem[]> {
  const { pack, checks, problems } = await readLibrary(dir);
  const all = [...problems];
  const topics = new Set(pack?.topics.map((t) => t.id) ?? []);
  const sets = pack ? compileSetsReporting(pack, dir, all) : undefined;
  for (const { file, check } of checks) {
    for (const p of lintCheck(check)) all.push({ file, ...p });
    if (pack && !topics.has(check.topic))
      all.push({
        file,
        pointer: '/topic',
        message: `“${check.topic}” is not a topic of pack.json; add it there or use another`,
      });
    if (!file.endsWith(`${check.topic}/${check.id}.json`))
      all.push({
        file,
        pointer: '/id',
        message: `belongs in ${check.topic}/${check.id}.json; move the file or mend id and topic`,
      });
    if (sets) for (const p of lintWays(check, sets)) all.push({ file, ...p });
  }
  for (const { check, ...p } of lintLibrary(checks.map((c) => c.check)))
    all.push({ file: checks.find((c) => c.check === check)?.file ?? '', ...p });
  if (pack && all.length === 0) all.push(...lintSelfMatch(pack, checks));
  return all;
}

function compileSetsReporting(pack: Pack, dir: string, all: FileProblem[]) {
  try {
    return compileSets(pack.sets);
  } catch (error) {
    all.push({
      file: relative(process.cwd(), join(dir, 'pack.json')),
      pointer: '/sets',
      message: (error as Error).message,
    });
    return undefined;
  }
}

function* lintWays(check: FactCheck, sets: ReturnType<typeof compileSets>) {
  for (const [c, claim] of check.claims.entries())
    for (const list of ['says', 'unless', 'echoes', 'subject'] as const)
      for (const [w, way] of claim[list].entries()) {
        try {
          compile(way, sets);
        } catch (error) {
          if (!(error instanceof PatternError)) throw error;
          yield { pointer: `/claims/${c}/${list}/${w}`, message: error.message };
        }
      }
}

/** A claim's own text must be found by its own ways; otherwise no reader ever sees the check. */
function* lintSelfMatch(
  pack: Pack,
  checks: readonly { file: string; check: FactCheck }[],
): Generator<FileProblem> {
  for (const { file, check } of checks) {
    const library = compileLibrary([check], pack.sets);
    for (const [i, claim] of check.claims.entries())
      if (!findMatches(library, { text: claim.text }).some((m) => m.claim === claim.id))
        yield {
          file,
          pointer: `/claims/${i}/says`,
          message: `no way of saying fits the claim's own text (“${claim.text}”); add one`,
        };
  }
}
