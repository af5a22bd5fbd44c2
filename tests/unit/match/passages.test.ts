/**
 * What the starter finds in labelled passages by three authors. Floors sit a little under what was reached: they
 * catch a fall. The second to fourth sets were written by people who saw neither matcher nor wordings.
 */
import { describe, expect, it } from 'vitest';
import { outcomes } from '../../support/passages';
import { starter } from './starter';

function measure(file: string) {
  const all = outcomes(starter, file);
  const count = (is: (outcome: (typeof all)[number]) => boolean | undefined) => all.filter(is).length;
  return {
    passages: all.length,
    positive: count((o) => o.positive),
    right: count((o) => o.right),
    wrong: count((o) => o.wrong),
    stance: count((o) => o.stance?.right),
  };
}

describe.each([
  { file: 'passages.jsonl', passages: 321, positive: 130, wrong: 1, right: 126, stance: 0.93 },
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
