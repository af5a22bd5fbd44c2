/** What a schema cannot see: citations that point nowhere, sources nobody cites, follow-ups that lead nowhere. */
import type { FactCheck, Problem } from './check';
import { paragraphs, parseCitations } from './citations';

/** Fewest sources, and fewest primary ones, that a check must rest on. */
export const MIN_SOURCES = 3;
export const MIN_PRIMARY = 2;

/** Does `paragraph` end with a citation, but for closing punctuation? What counts as one is `parseCitations`' to say. */
const endsWithCitation = (paragraph: string) =>
  parseCitations(paragraph.replace(/[\s.!?)”’"']+$/, '')).at(-1)?.kind === 'cite';

/** Problems of one check. */
export function lintCheck(check: FactCheck): Problem[] {
  const problems: Problem[] = [];
  const cited = new Set<number>();
  const proseParts: [string, string][] = [
    ['/summary', check.summary],
    ...check.sections.map((s, i): [string, string] => [`/sections/${i}/text`, s.text]),
    ['/bottomLine', check.bottomLine],
  ];
  for (const [pointer, text] of proseParts) {
    for (const run of parseCitations(text)) {
      if (run.kind !== 'cite') continue;
      cited.add(run.n);
      if (run.n > check.sources.length)
        problems.push({
          pointer,
          message: `cites ${run.text}, but there are ${check.sources.length} sources; add the source or mend the number`,
        });
    }
    for (const paragraph of paragraphs(text))
      if (!endsWithCitation(paragraph))
        problems.push({
          pointer,
          message: `a paragraph ends without a citation (“…${paragraph.trim().slice(-40)}”); cite a source or drop the sentence`,
        });
    if (/<\/?[a-z][^>]*>|\]\(/i.test(text))
      problems.push({ pointer, message: 'holds markup; write plain text with [n] citations' });
  }
  check.sources.forEach((source, i) => {
    if (!cited.has(i + 1))
      problems.push({ pointer: `/sources/${i}`, message: 'is never cited; cite it or remove it' });
    if (!source.url && !source.identifier)
      problems.push({
        pointer: `/sources/${i}`,
        message: 'has neither url nor identifier; give one, so that a reader can find it',
      });
  });
  if (check.sources.length < MIN_SOURCES)
    problems.push({ pointer: '/sources', message: `needs at least ${MIN_SOURCES} sources` });
  if (check.sources.filter((s) => s.kind === 'primary').length < MIN_PRIMARY)
    problems.push({ pointer: '/sources', message: `needs at least ${MIN_PRIMARY} primary sources` });
  if (!check.question.endsWith('?'))
    problems.push({ pointer: '/question', message: 'is not a question; end it with “?”' });
  if (/\[\d+\]/.test(check.answer))
    problems.push({ pointer: '/answer', message: 'holds a citation; the answer stands alone on a card' });
  return [...problems, ...lintChanges(check)];
}

/** Problems of a check's change log, which is oldest first and ends before its verdict of today. */
function* lintChanges({ changes = [], verdict }: FactCheck): Generator<Problem> {
  for (const [i, { on, was }] of changes.entries()) {
    const before = changes[i - 1];
    if (before && on < before.on)
      yield {
        pointer: `/changes/${i}/on`,
        message: `is before ${before.on}, the change above it; list changes oldest first`,
      };
    const next = changes[i + 1]?.was ?? verdict;
    if (was.label === next.label && was.rating === next.rating)
      yield {
        pointer: `/changes/${i}/was`,
        message: `is the verdict that came after it (“${next.label}”); give the one before the change`,
      };
  }
}

/** Problems between the checks of a library. */
export function lintLibrary(checks: readonly FactCheck[]): (Problem & { readonly check: FactCheck })[] {
  const problems: (Problem & { check: FactCheck })[] = [];
  const ids = new Map<string, FactCheck>();
  for (const check of checks) {
    if (ids.has(check.id))
      problems.push({
        check,
        pointer: '/id',
        message: `“${check.id}” is used by another check too; ids are unique`,
      });
    ids.set(check.id, check);
  }
  for (const check of checks)
    check.followUps.forEach((f, i) => {
      if (f.check === check.id)
        problems.push({
          check,
          pointer: `/followUps/${i}/check`,
          message: 'points at the check itself; remove it',
        });
      else if (f.check && !ids.has(f.check))
        problems.push({
          check,
          pointer: `/followUps/${i}/check`,
          message: `“${f.check}” is not in the library; add that check or leave the follow-up unlinked`,
        });
    });
  return problems;
}
