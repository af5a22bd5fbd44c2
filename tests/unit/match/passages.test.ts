/** What the starter finds in 320 labelled passages. Floors sit a little under what was reached: they catch a fall. */
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

const passages = readFileSync(join(import.meta.dirname, '../../fixtures/passages.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Labelled);

const count = { positive: 0, right: 0, wrong: 0, stance: 0 };
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

describe('labelled passages', () => {
  it('are there', () => expect([passages.length, count.positive]).toEqual([320, 130]));
  it('get few wrong badges', () => expect(count.wrong).toBeLessThanOrEqual(2));
  it('get most right badges', () => expect(count.right).toBeGreaterThanOrEqual(124));
  it('get the right stance', () => expect(count.stance / count.right).toBeGreaterThan(0.92));
});
