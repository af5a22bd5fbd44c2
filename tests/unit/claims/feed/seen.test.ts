import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Review, reviewId, Seen, type Sight } from '../../../../lib/claims';

const aReview = (id: string, claim: string, checkedOn?: string): Review => ({
  id,
  claim,
  publisher: 'Desk',
  verdict: { label: 'False', rating: 'false' },
  ...(checkedOn === undefined ? {} : { checkedOn }),
});

/** The same, plainly. */
class Plain {
  private readonly reviews = new Map<string, { text: string; day: string; ordinal: number }>();

  see(review: Review, ordinal: number): Sight {
    const now = { text: JSON.stringify(review), day: review.checkedOn ?? '', ordinal };
    const before = this.reviews.get(review.id);
    if (before?.text === now.text) return { kind: 'repeated' };
    if (before !== undefined && now.day < before.day) return { kind: 'older' };
    this.reviews.set(review.id, now);
    return before === undefined ? { kind: 'new' } : { kind: 'newer', instead: before.ordinal };
  }
}

describe('Seen', () => {
  it('says what a Map of everything says', () => {
    const id = fc.oneof(
      fc.nat(5).map((n) => reviewId('a', String(n))),
      fc.constantFrom('r-1', 'r-zzzzzzzzzzzzzz', 'r-00000000000000', 'r-1z141z31z141z3', 'r-1z141z41z141z3'),
    );
    const day = fc.constantFrom(undefined, '2019-12-31', '2020-01-01', '2020-01-02');
    const review = fc.tuple(id, fc.constantFrom('a', 'b'), day).map((parts) => aReview(...parts));
    fc.assert(
      fc.property(fc.array(review, { maxLength: 60 }), (reviews) => {
        const [seen, plain] = [new Seen(), new Plain()];
        for (const [ordinal, r] of reviews.entries())
          expect(seen.see(r, ordinal)).toEqual(plain.see(r, ordinal));
        expect(seen.size).toBe(new Set(reviews.map((r) => r.id)).size);
      }),
    );
  });

  it('keeps what it knows while it grows', () => {
    const seen = new Seen();
    const reviews = Array.from({ length: 20_000 }, (_, n) => aReview(reviewId(String(n)), 'a', '2020-01-01'));
    for (const kind of ['new', 'repeated'])
      expect(reviews.filter((r, n) => seen.see(r, n).kind !== kind)).toEqual([]);
    const newer = { ...(reviews[777] as Review), claim: 'b' };
    expect(seen.see(newer, 99_999)).toEqual({ kind: 'newer', instead: 777 });
    expect(seen.see({ ...newer, checkedOn: '2021-01-01' }, 100_000)).toEqual({
      kind: 'newer',
      instead: 99_999,
    });
    expect(seen.size).toBe(20_000);
  });
});
