/** The record of the look-ups behind a check: `<id>.review.md`, with every source in it and a second reading. */
import { readFile } from 'node:fs/promises';
import type { FactCheck } from '../../claims';
import type { FileProblem } from '../library';

/** Where the review of the check in `file` stands. */
export const reviewFile = (file: string): string => file.replace(/\.json$/, '.review.md');

/** Problems of the review beside `file`. */
export async function lintReview(check: FactCheck, file: string): Promise<FileProblem[]> {
  const review = reviewFile(file);
  const text = await readFile(review, 'utf8').catch(() => undefined);
  const problem = (message: string) => ({ file: review, pointer: '', message });
  if (text === undefined)
    return [problem('is missing; write down what was looked up, when, and what it confirmed')];
  const sections = headings(text);
  const missing = check.sources
    .map((_, i) => `[${i + 1}]`)
    .filter((n) => !sections.some((s) => s.startsWith(n)));
  return [
    ...missing.map((n) => problem(`has no section on source ${n}; write how it was confirmed`)),
    ...(sections.some((s) => /^second reading/i.test(s))
      ? []
      : [problem('records no second reading; have the check read by someone who did not write it')]),
  ];
}

const headings = (markdown: string): string[] =>
  [...markdown.matchAll(/^## +(.*)$/gm)].map(([, heading]) => heading ?? '');
