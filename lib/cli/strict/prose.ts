/** The editor's rules for the text of a check: how long, how parted, and a source behind each sentence. */
import type { FactCheck, Problem } from '../../claims';
import { parseCitations } from '../../claims/citations';
import { sentences } from '../../match/sentences';

/** Words of summary, sections and bottom line together, without citations. */
export const WORDS = { least: 250, most: 600 } as const;
export const SECTIONS = { least: 3, most: 6 } as const;
export const FOLLOW_UPS = { least: 3, most: 5 } as const;

/** The prose of a check, part by part: a JSON pointer and its text. */
export const proseOf = (check: FactCheck): readonly (readonly [pointer: string, text: string])[] => [
  ['/summary', check.summary],
  ...check.sections.map(({ text }, i) => [`/sections/${i}/text`, text] as const),
  ['/bottomLine', check.bottomLine],
];

/** `text` as it is read aloud: without its citations. */
export const spoken = (text: string): string =>
  parseCitations(text)
    .map((run) => (run.kind === 'text' ? run.text : ''))
    .join('')
    .replace(/\s+([.,;:!?])/g, '$1');

/** Words of `text`, citations aside. */
export const wordsOf = (text: string): number =>
  spoken(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Sentences of a text, each with its citations, which may stand before or after its full stop. */
export function citedSentences(text: string): string[] {
  const all: string[] = [];
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end);
    const uncited = spoken(sentence).trim();
    if (uncited === '' && all.length > 0) all[all.length - 1] += ` ${sentence}`;
    else all.push(sentence);
  }
  return all;
}

export function* lintProse(check: FactCheck): Generator<Problem> {
  const parts = proseOf(check);
  const words = parts.reduce((sum, [, text]) => sum + wordsOf(text), 0);
  if (words < WORDS.least || words > WORDS.most)
    yield {
      pointer: '/summary',
      message: `summary, sections and bottom line have ${words} words; write ${WORDS.least} to ${WORDS.most}`,
    };
  yield* within(SECTIONS, check.sections.length, '/sections', 'sections');
  yield* within(FOLLOW_UPS, check.followUps.length, '/followUps', 'follow-up questions');
  for (const [pointer, text] of parts)
    for (const sentence of citedSentences(text))
      if (!parseCitations(sentence).some((run) => run.kind === 'cite'))
        yield {
          pointer,
          message: `“${sentence.trim().slice(0, 60)}…” has no citation; cite a source or drop the sentence`,
        };
}

function* within(
  { least, most }: { least: number; most: number },
  count: number,
  pointer: string,
  what: string,
): Generator<Problem> {
  if (count < least || count > most)
    yield { pointer, message: `there are ${count} ${what}; write ${least} to ${most}` };
}
