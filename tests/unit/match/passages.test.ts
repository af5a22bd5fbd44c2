/**
 * What the starter finds in labelled passages by three authors. Floors sit a little under what was reached: they
 * catch a fall. The second to fourth sets were written by people who saw neither matcher nor wordings.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMatches } from '../../../lib/match/find';
import { starter } from './starter';

interface Labelled {
  readonly text: string;
  readonly expect: readonly string[];
  readonly accept: readonly string[];
  readonly stance: string | null;
}

function measure(file: string) {
  const passages = readFileSync(join(import.meta.dirname, '../../fixtures', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled);
  const count = { passages: passages.length, positive: 0, right: 0, wrong: 0, stance: 0 };
  for (const passage of passages) {
    const top = findMatches(starter, { text: passage.text })[0];
    if (passage.expect.length > 0) count.positive++;
    if (!top) continue;
    if (![...passage.expect, ...passage.accept].includes(top.check)) count.wrong++;
    else if (passage.expect.length > 0) {
      count.right++;
      if (top.stance === passage.stance) count.stance++;
    }
  }
  return count;
}

describe.each([
  { file: 'passages.jsonl', passages: 320, positive: 130, wrong: 1, right: 126, stance: 0.93 },
  { file: 'passages-2.jsonl', passages: 220, positive: 88, wrong: 1, right: 84, stance: 0.92 },
  { file: 'passages-3.jsonl', passages: 130, positive: 57, wrong: 1, right: 52, stance: 0.94 },
  { file: 'passages-4.jsonl', passages: 130, positive: 53, wrong: 1, right: 49, stance: 0.9 },
])('labelled passages in $file', ({ file, passages, positive, wrong, right, stance }) => {
  const count = measure(file);
  it('are there', () => expect([count.passages, count.positive]).toEqual([passages, positive]));
  it('get few wrong badges', () => expect(count.wrong).toBeLessThanOrEqual(wrong));
  it('get most right badges', () => expect(count.right).toBeGreaterThanOrEqual(right));
  it('get the right stance', () => expect(count.stance / count.right).toBeGreaterThan(stance));
});
