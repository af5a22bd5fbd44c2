/** `lint --strict`: the rules Factmark's own editors keep, beyond what every library must be. */
import type { FactCheck, Pack } from '../../claims';
import { findMatches } from '../../match/find';
import { compileLibrary, type Library } from '../../match/library';
import { orderSets } from '../../match/sets';
import type { FileProblem } from '../library';
import { examplesFile, lintExamples, readExamples, type WithExamples } from './examples';
import { readingGrade } from './grade';
import { lintProse, proseOf } from './prose';
import { lintReview } from './reviews';
import { lintSources } from './sources';

/** What there is to know of a library under the editor's rules. */
export interface Strict {
  readonly problems: readonly FileProblem[];
  /** Reading grade of each check in English, the hardest first. */
  readonly grades: readonly { readonly id: string; readonly grade: number }[];
}

/** Reads what stands beside the checks and tries it. All ways of saying must be readable. */
export async function lintStrict(
  sets: Pack['sets'],
  checks: readonly { readonly check: FactCheck; readonly file: string }[],
  today = new Date().toISOString().slice(0, 10),
): Promise<Strict> {
  const problems: FileProblem[] = [];
  const withExamples: WithExamples[] = [];
  for (const { check, file } of checks) {
    for (const p of [...lintProse(check), ...lintSources(check, today)]) problems.push({ file, ...p });
    problems.push(...(await lintReview(check, file)));
    const read = await readExamples(examplesFile(file));
    problems.push(...read.problems);
    withExamples.push({ check, file: examplesFile(file), examples: read.examples });
  }
  problems.push(...sameClaims(checks));
  const library = compileLibrary(
    checks.map((c) => c.check),
    orderSets(sets).sets,
  );
  problems.push(...takenClaims(library, checks), ...lintExamples(library, withExamples));
  const grades = checks
    .filter(({ check }) => /^en\b/.test(check.language))
    .map(({ check: c }) => ({
      id: c.id,
      grade: readingGrade(
        proseOf(c)
          .map(([, text]) => text)
          .join('\n\n'),
      ),
    }))
    .sort((a, b) => b.grade - a.grade);
  return { problems, grades };
}

/** Claims of the same words in two checks: a reader would get one of two verdicts by chance. */
function* sameClaims(
  checks: readonly { readonly check: FactCheck; readonly file: string }[],
): Generator<FileProblem> {
  const said = new Map<string, string>();
  for (const { check, file } of checks)
    for (const [i, { text }] of check.claims.entries()) {
      const key = text.toLowerCase();
      const before = said.get(key);
      if (before !== undefined)
        yield {
          file,
          pointer: `/claims/${i}/text`,
          message: `is a claim of the check “${before}” too; leave it to one of the two`,
        };
      said.set(key, check.id);
    }
}

/** Claims that, said in their own words, would wear another check's badge, or be told as something else than said. */
function* takenClaims(
  library: Library,
  checks: readonly { readonly check: FactCheck; readonly file: string }[],
): Generator<FileProblem> {
  for (const { check, file } of checks)
    for (const [i, { text }] of check.claims.entries()) {
      const [best] = findMatches(library, { text });
      const pointer = `/claims/${i}/text`;
      if (best && best.check !== check.id)
        yield { file, pointer, message: `is taken by the check “${best.check}”; narrow one of the two` };
      else if (best?.stance === 'denies' || best?.stance === 'asks')
        yield {
          file,
          pointer,
          message: `is told as “${best.stance}” toward itself; reword it, or set “negated” if it says that something is not so`,
        };
    }
}

/** The grades in one line: the middle one, and the hardest. */
export function sayGrades(grades: Strict['grades']): string {
  const middle = grades[Math.floor(grades.length / 2)];
  const [hardest] = grades;
  if (!middle || !hardest) return '';
  const one = (n: number) => n.toFixed(1);
  return `reading grade (Flesch–Kincaid): median ${one(middle.grade)}, hardest ${one(hardest.grade)} (${hardest.id})\n`;
}
