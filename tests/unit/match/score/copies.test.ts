import { describe, expect, it } from 'vitest';
import { type Bare, buildIndex } from '../../../../lib/match/bare/build';
import { findBare } from '../../../../lib/match/bare/find';
import { openBare } from '../../../../lib/match/bare/library';
import { offMask } from '../../../../lib/match/bare/mask';
import { copiesOf, sayTheSame } from '../../../../lib/match/score/copies';
import { FEATURES } from '../../../../lib/match/score/features';
import { bestClaim, sentenceCandidates } from '../../../../lib/match/score/repeats';
import { openSegment } from '../../../../lib/match/segment/segment';

/** Are these two claims the same, each in a library of its own and in one? */
function same(a: string, b: string): boolean {
  const { collection } = openBare([
    { source: 'one', ...buildIndex([{ id: 'a', claim: a }]) },
    { source: 'other', ...buildIndex([{ id: 'b', claim: b, title: 'Quite another title in 1999' }]) },
  ]);
  const [x, y] = collection.segments.map((s) => s.claimTerms(0));
  const said =
    x && y
      ? [sayTheSame(x, y, (h) => collection.weight(h)), sayTheSame(y, x, (h) => collection.weight(h))]
      : [];
  expect(said[0]).toBe(said[1]);
  return said[0] === true;
}

const LONG =
  'The mayor of Wexford secretly sold nine ferries, two piers and an old lighthouse to a bank in Paris';

describe('two claims', () => {
  it.each([
    ['A goat was elected mayor of Lower Wexford.', 'Goats were ELECTED mayors of “Lower Wexford”'],
    [LONG, LONG.replace('secretly ', '')],
    [LONG, LONG.replace('an old lighthouse', 'a ruined lighthouse')],
    [LONG, LONG.replace('The mayor', 'Mayor Otter')],
  ])('say the same: %s / %s', (a, b) => expect(same(a, b)).toBe(true));

  it.each([
    ['other numbers', LONG, LONG.replace('nine', 'eight')],
    ['a number more', LONG, LONG.replace('an old lighthouse', 'an old lighthouse of 1902')],
    ['denied', LONG, LONG.replace('secretly sold', 'never sold')],
    ['another name for a name', LONG, LONG.replace('Paris', 'London')],
    ['few words, one of them another', 'A goat was elected mayor', 'A goat was elected sheriff'],
    ['much more', 'A goat was elected mayor', `A goat was elected mayor after ${LONG}`],
    ['nothing', '', ''],
  ])('do not say the same: %s', (_, a, b) => expect(same(a, b)).toBe(false));

  it('do not say the same in two languages', () => {
    expect(same('Torvenna has banned the otters', 'Torvenna ha prohibido las nutrias')).toBe(false);
  });
});

const CLAIM = 'The ferry company of Wexford secretly feeds retired zeppelin pilots to its otters.';
const SENTENCE = 'They say the Wexford ferry company secretly feeds retired zeppelin pilots to otters.';
const FILLER: Bare[] = Array.from({ length: 60 }, (_, i) => ({
  id: `f${i}`,
  claim: `The council of district ${i} counted ${i * 7} lanterns beside canal number ${i * 3}.`,
}));
const copies = (n: number, day: (i: number) => string | undefined = () => undefined): Bare[] =>
  Array.from({ length: n }, (_, i) => ({ id: `copy${i}`, claim: CLAIM, checkedOn: day(i) }));
const libraryOf = (...parts: (readonly Bare[])[]) =>
  openBare(parts.map((claims, i) => ({ source: `s${i}`, ...buildIndex(claims) })));

describe('copies of a claim', () => {
  const alone = libraryOf([...FILLER, ...copies(1)]);

  it.each([2, 4, 5, 40])('do not take its margin: %i of them', (n) => {
    const library = libraryOf([...FILLER, ...copies(n)]);
    const margin = FEATURES.indexOf('margin');
    const of = ({ collection }: typeof library) =>
      sentenceCandidates(collection, SENTENCE)[0]?.x[margin] as number;
    // A word that more claims hold weighs less, so margins are smaller; against a copy there would be none at all.
    expect(of(library)).toBeGreaterThan(0.3 * of(alone));
    expect(bestClaim(library.collection, library.weights, SENTENCE)?.score).toBeGreaterThan(0);
  });

  it('leave the margin to what says something else, however many there are', () => {
    const near: Bare = { id: 'near', claim: CLAIM.replace('otters', 'herons').replace('pilots', 'poets') };
    const margin = FEATURES.indexOf('margin');
    const of = (...claims: Bare[]) =>
      sentenceCandidates(libraryOf([...FILLER, ...claims]).collection, SENTENCE)[0]?.x[margin] as number;
    expect(of(...copies(6), near)).toBeLessThan(0.8 * of(...copies(6)));
  });

  it('are told of a match, the newest first, from whatever source', () => {
    const days = ['2019-01-01', '2021-06-01', undefined, '2020-01-01'];
    const [a, b, c, d] = copies(4, (i) => days[i]) as [Bare, Bare, Bare, Bare];
    const library = libraryOf([...FILLER, a, c], [b], [d, { ...c, id: 'copy0a' }]);
    const [match, ...more] = findBare(library, { text: SENTENCE }, 'normal');
    expect(more).toEqual([]);
    expect(match).toMatchObject({
      check: 'copy1',
      topic: 's1',
      others: ['copy3', 'copy0', 'copy0a', 'copy2'],
    });
  });

  it('are told once each, and not more than twenty', () => {
    const library = libraryOf([...FILLER, ...copies(30)], copies(30));
    const [match] = findBare(library, { text: SENTENCE }, 'normal');
    expect(match?.others).toHaveLength(20);
    expect(new Set([match?.check, ...(match?.others ?? [])]).size).toBe(21);
  });

  it('that are off are not told', () => {
    const index = buildIndex([...FILLER, ...copies(3)]);
    const off = offMask(index.segment, (id) => id === 'copy0' || id === 'copy2');
    const [match] = findBare(openBare([{ source: 's', ...index, off }]), { text: SENTENCE }, 'normal');
    expect(match).toMatchObject({ check: 'copy1', others: [] });
  });

  it('are found even if hardly a word of them is rare', () => {
    const twins = Array.from({ length: 600 }, (_, i) => ({
      id: `t${i % 2}-${i}`,
      claim: `otter moon ${i >> 1}`,
    }));
    const { collection } = libraryOf(twins);
    const segment = openSegment(buildIndex(twins).segment);
    for (const claim of [0, 77, 300]) {
      const ids = copiesOf(collection, { segment: 0, claim, score: 0 }).map(collection.idOf);
      const number = Number(segment.idOf(claim).slice(3)) >> 1;
      expect(ids).toEqual([`t0-${2 * number}`, `t1-${2 * number + 1}`]);
    }
  });
});
