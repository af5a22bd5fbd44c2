/** Several publishers on one claim: agreement is never guessed, a split is shown as a split. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, byRating, type OtherCheck, saySummary, varied } from '../../../components/others';
import { RATINGS, type Rating, type Verdict } from '../../../lib/claims';

const verdict = (rating: Rating, label: string = rating): Verdict => ({ rating, label });
const check = (publisher: string, rating: Rating, label?: string): OtherCheck => ({
  id: `${publisher} ${rating} ${label ?? ''}`,
  question: 'Was the bridge sold?',
  verdict: verdict(rating, label),
  checkedOn: '2024-05-01',
  publisher,
});

describe('agreement', () => {
  it('holds for one rating in different words', () =>
    expect(agreement([verdict('false', 'Pants on bridge'), verdict('false', 'Falsch')])).toBe('agree'));

  it('does not hold for two ratings, whatever else is unrated', () => {
    expect(agreement([verdict('false'), verdict('mostly-false')])).toBe('differ');
    expect(agreement([verdict('false'), verdict('unrated', 'Three bridges'), verdict('true')])).toBe(
      'differ',
    );
  });

  it('is nobody’s to tell where a verdict is not on our scale', () => {
    expect(agreement([verdict('false'), verdict('unrated', 'Three bridges')])).toBe('unclear');
    expect(agreement([verdict('unrated', 'Three bridges'), verdict('unrated', 'Two bridges')])).toBe(
      'unclear',
    );
    expect(agreement([verdict('context', 'Explainer'), verdict('true')])).toBe('unclear');
  });

  it('holds where unrated verdicts are the same words', () =>
    expect(agreement([verdict('unrated', 'Three bridges'), verdict('unrated', ' three BRIDGES')])).toBe(
      'agree',
    ));

  it('does not depend on order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ rating: fc.constantFrom(...RATINGS), label: fc.constantFrom('a', 'A', 'b') })),
        (verdicts) => {
          expect(agreement([...verdicts].reverse())).toBe(agreement(verdicts));
        },
      ),
    ));
});

describe('the summary', () => {
  const self = check('Bridge Desk', 'false');

  it('is empty where nobody else looked', () => expect(saySummary(self, [])).toBe(''));

  it('counts publishers, not reviews', () => {
    expect(saySummary(self, [check('Tower Desk', 'false', 'Wrong')])).toBe(
      'Another publisher looked at this claim: it agrees',
    );
    expect(saySummary(self, [check('Tower Desk', 'true'), check('TOWER DESK', 'false')])).toBe(
      'Another publisher looked at this claim more than once: they differ',
    );
    expect(saySummary(self, [check('Tower Desk', 'false'), check('River Desk', 'unrated', 'Hm')])).toBe(
      '2 other publishers looked at this claim, and gave verdicts in their own words',
    );
  });

  it('says so where it is the same publisher again', () =>
    expect(saySummary(self, [check('Bridge desk', 'true')])).toBe(
      'Its publisher looked at this claim more than once: they differ',
    ));
});

describe('the first few', () => {
  it('show a split, and keep the order otherwise', () => {
    const checks = [check('A', 'false'), check('B', 'false'), check('C', 'unrated'), check('D', 'true')];
    expect(varied(checks).map((c) => c.publisher)).toEqual(['A', 'C', 'D', 'B']);
    expect(varied([])).toEqual([]);
  });
});

describe('groups', () => {
  it('put the check that is shown first, then the larger, and what is not rated last', () => {
    const groups = byRating([
      check('A', 'true'),
      check('B', 'unrated', 'Hm'),
      check('C', 'false'),
      check('D', 'false'),
      check('E', 'context'),
    ]);
    expect(groups.map((g) => [g.rating, g.checks.map((c) => c.publisher)])).toEqual([
      ['true', ['A']],
      ['false', ['C', 'D']],
      ['unrated', ['B', 'E']],
    ]);
  });

  it('lose nobody', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RATINGS)), (ratings) => {
        const checks = ratings.map((rating, i) => check(String(i), rating));
        const grouped = byRating(checks).flatMap((g) => g.checks);
        expect(new Set(grouped)).toEqual(new Set(checks));
        expect(grouped).toHaveLength(checks.length);
      }),
    ));
});
