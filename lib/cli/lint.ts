/** `lint`: everything that would be wrong with a library for its readers, as `file:pointer: what, and what to do`. */
import { join, relative } from 'node:path';
import { lintCheck, lintLibrary } from '../claims/lint';
import { progress } from './collection';
import { type FileProblem, printProblems, readLibrary, STARTER } from './library';
import { lintPublished } from './pack/lint';
import { isPublished } from './pack/published';
import { readReviews } from './reviews';
import { lintStrict, sayGrades } from './strict';
import { UsageError } from './usage';
import { lintSelfMatch, lintWays } from './ways';

/** Runs the command on a library folder or a published pack; prints problems, or one line that says all is well. */
export async function lint(args: string[]): Promise<number> {
  const paths = args.filter((arg) => arg !== '--strict');
  const strict = paths.length < args.length;
  if (paths.length > 1 || paths[0]?.startsWith('-'))
    throw new UsageError('lint takes one folder: lint [--strict] [PATH]');
  const [dir = STARTER] = paths;
  const published = await isPublished(dir);
  if (published && strict)
    throw new UsageError(
      'lint --strict takes a library folder; a published pack holds no reviews and examples',
    );
  const problems = published ? await lintPublished(dir) : await lintFolder(dir);
  if (strict && problems.length === 0) {
    const { pack, checks } = await readLibrary(dir);
    const { problems: more, grades } = await lintStrict(pack?.sets ?? {}, checks);
    problems.push(...more);
    process.stdout.write(sayGrades(grades));
  }
  printProblems(problems);
  if (problems.length === 0) process.stdout.write('lint: no problems\n');
  return problems.length === 0 ? 0 : 1;
}

/** Every problem of the library in `dir`. */
export async function lintFolder(dir: string): Promise<FileProblem[]> {
  const { pack, checks, problems } = await readLibrary(dir);
  const all = [...problems];
  const topics = new Set(pack?.topics.map((t) => t.id) ?? []);
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
  }
  const found = checks.map((c) => ({ ...c, pointer: '' }));
  const setsAt = { file: relative(process.cwd(), join(dir, 'pack.json')), pointer: '/sets' };
  if (pack) all.push(...lintWays(pack.sets, setsAt, found));
  for (const { check, ...p } of lintLibrary(checks.map((c) => c.check)))
    all.push({ file: checks.find((c) => c.check === check)?.file ?? '', ...p });
  for await (const problem of lintReviews(dir, new Set(checks.map((c) => c.check.id)))) all.push(problem);
  if (pack && all.length === 0) all.push(...lintSelfMatch(pack.sets, found));
  return all;
}

/** Problems of the reviews in `dir`, read line by line: only their ids, beside `ids` of the checks, are held. */
async function* lintReviews(dir: string, ids: Set<string>): AsyncGenerator<FileProblem> {
  const note = progress('reviews read');
  let n = 0;
  for await (const { file, line, review, problems } of readReviews(dir)) {
    note(++n);
    yield* problems;
    if (review === undefined) continue;
    if (ids.has(review.id))
      yield {
        file,
        pointer: `${line}/id`,
        message: `“${review.id}” is used before; ids are unique, so remove one of the two`,
      };
    ids.add(review.id);
  }
  if (n > 0) note(n, true);
}
