/** A library of checks: what is compiled when, its bytes kept and opened, several as one. */
import { describe, expect, it } from 'vitest';
import { findMatches } from '../../../lib/match/find';
import { fold } from '../../../lib/match/fold';
import { compileLibrary, type Matchable, mergeLibraries, openLibrary } from '../../../lib/match/library';
import { PatternError } from '../../../lib/match/pattern';
import { PhraseError } from '../../../lib/match/phrases/layout';

const SETS = { bridge: ['(bridge|viaduct)', 'rope way'] };

function check(id: string, says: string[], more: Partial<Matchable['claims'][number]> = {}): Matchable {
  const claim = { id: 'c', text: 'x', parties: [], says, unless: [], echoes: [], subject: [], ...more };
  return { id, topic: 't', language: 'en', claims: [claim] };
}

const CHECKS = [
  check('sold', ['<bridge> was sold', '(sale|selling) of .. <bridge>'], { unless: ['never'] }),
  check('built', ['<bridge> ... built in {year}', '{IL} ~ <bridge>'], {
    echoes: ['it was not sold'],
    subject: ['<bridge>'],
  }),
];
const texts = [
  'The Karlsberg bridge was sold.',
  'A viaduct was sold, or never.',
  'The sale of a rope way.',
  'The bridge was, they say, built in 1901.',
  'The Israeli bridge.',
  'It was not sold.',
  'Whisk the yolks until pale.',
];
const found = (library: ReturnType<typeof mergeLibraries>) =>
  texts.map((text) => findMatches(library, { text }).map((m) => m.check));
const candidates = (library: ReturnType<typeof mergeLibraries>, text: string) =>
  library.candidates(fold(text).hashes).length;

describe('compileLibrary', () => {
  const library = compileLibrary(CHECKS, SETS);

  it('finds by every way', () => {
    expect(library.size).toBe(5);
    expect(library.ways().map((w) => [w.claim.check, w.echo])).toEqual([
      ['sold', false],
      ['sold', false],
      ['built', false],
      ['built', false],
      ['built', true],
    ]);
    expect(found(library)).toEqual([['sold'], [], ['sold'], ['built'], ['built'], [], []]);
  });

  it('takes for candidates only ways whose needs are all met', () => {
    expect(candidates(library, 'the bridge')).toBe(0);
    expect(candidates(library, 'the bridge was closed in 1901')).toBe(0);
    expect(candidates(library, 'the bridge was built in 1901')).toBe(1);
    expect(candidates(library, 'built in Israel: the bridge')).toBe(1);
  });

  it('tells at once what is wrong with a pattern, wherever it stands', () => {
    for (const more of [{}, { unless: ['('] }, { echoes: ['('] }, { subject: ['('] }])
      expect(() =>
        compileLibrary([check('a', [Object.keys(more).length > 0 ? 'fine' : '('], more)], SETS),
      ).toThrow(PatternError);
  });

  it('has nothing to find in no checks', () => {
    const none = compileLibrary([], {});
    expect([none.size, candidates(none, 'the bridge'), found(none).flat()]).toEqual([0, 0, []]);
    expect(found(mergeLibraries([])).flat()).toEqual([]);
  });
});

describe('openLibrary', () => {
  const { buffer } = compileLibrary(CHECKS, SETS);

  it('opens what was kept, and finds the same', () => {
    const library = openLibrary(structuredClone(buffer), CHECKS, SETS);
    expect(found(library)).toEqual(found(compileLibrary(CHECKS, SETS)));
  });

  it('compiles a way only when a text could hold it', () => {
    const broken = CHECKS.map((c) => structuredClone(c));
    // As long as the way the buffer was made from, but no pattern: whoever compiles it fails.
    (broken[1]?.claims[0]?.says as string[])[1] = '('.repeat('{IL} ~ <bridge>'.length);
    const library = openLibrary(buffer, broken, SETS);
    expect(findMatches(library, { text: 'The bridge was sold.' })).toHaveLength(1);
    expect(() => findMatches(library, { text: 'The Israeli bridge.' })).toThrow(PatternError);
  });

  it.each<[string, Matchable[], Record<string, string[]>]>([
    ['other checks', CHECKS.slice(1), SETS],
    ['another order', CHECKS.toReversed(), SETS],
    ['other ways', [check('sold', ['<bridge> sold']), CHECKS[1] as Matchable], SETS],
    ['other sets', CHECKS, { bridge: ['(bridge|aqueduct)', 'rope way'] }],
  ])('refuses a buffer made from %s', (_, checks, sets) =>
    expect(() => openLibrary(buffer, checks, sets)).toThrow('made from other checks'),
  );

  it('refuses damaged bytes', () => {
    for (let at = 0; at < buffer.byteLength; at += 37) {
      const bytes = new Uint8Array(buffer.slice(0));
      bytes[at] = (bytes[at] as number) ^ 0x40;
      expect(() => openLibrary(bytes.buffer, CHECKS, SETS)).toThrow(PhraseError);
      expect(() => openLibrary(buffer.slice(0, at), CHECKS, SETS)).toThrow(PhraseError);
    }
  });
});

describe('mergeLibraries', () => {
  it('answers with the union', () => {
    const parts = CHECKS.map((c) => compileLibrary([c], SETS));
    const whole = mergeLibraries(parts);
    expect([whole.size, whole.ways().length]).toEqual([5, 5]);
    expect(found(whole)).toEqual(found(compileLibrary(CHECKS, SETS)));
    expect(texts.map((t) => whole.mayMatch(fold(t).hashes))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('work on texts made to wear it out', () => {
  const library = compileLibrary(CHECKS, SETS);

  it('names a candidate once, however often its trigger is repeated', () => {
    expect(candidates(library, 'bridge was sold '.repeat(100_000))).toBe(1);
    expect(candidates(library, 'bridge'.repeat(170_000))).toBe(0);
    expect(candidates(library, '\ud800bridge\udc00 was sold')).toBe(1);
  });
});
