/** The phrase table against a naive scan, and the anchors of patterns against trying every way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, hashWord } from '../../lib/match/fold';
import { compileLibrary, type Matchable, mergeLibraries, openLibrary } from '../../lib/match/library';
import { mentions } from '../../lib/match/mentions';
import { compile, compileSets, PatternError } from '../../lib/match/pattern';
import { anchorSets } from '../../lib/match/phrases/anchors';
import { buildPhrases, type Phrase } from '../../lib/match/phrases/build';
import { PhraseError } from '../../lib/match/phrases/layout';
import { openPhrases } from '../../lib/match/phrases/phrases';
import { spell } from '../../lib/match/phrases/spellings';
import { search } from '../../lib/match/search';
import { readWords } from '../../lib/match/words';
import { random } from '../bench/claims';

/** Few different tokens, so that phrases share anchors; some that collide in their low bits. */
const token = fc.oneof(
  fc.constantFrom(...'abcdef'.split('').map(hashWord)),
  fc.constantFrom(0, 32, 1 << 20, -1),
);
const run = fc.array(token, { minLength: 1, maxLength: 6 });
const phrase: fc.Arbitrary<Phrase> = fc.oneof(
  run.map((tokens) => ({ tokens })),
  fc.uniqueArray(run, { maxLength: 4, selector: (r) => r.join() }).map((anchors) => ({ anchors })),
);

const runsOf = (p: Phrase) => ('tokens' in p ? [p.tokens] : p.anchors);

function naive(phrases: readonly Phrase[], text: Int32Array, from: number, to: number): string[] {
  const all: string[] = [];
  for (const [number, p] of phrases.entries())
    for (const tokens of runsOf(p))
      for (let start = from; start + tokens.length <= to; start++)
        if (Array.from(tokens).every((t, k) => text[start + k] === t))
          all.push(`${number} ${start} ${tokens.length}`);
  return all.sort();
}

describe('the phrase table', () => {
  it('finds what a naive scan finds, whatever the phrases, the text and the range', () => {
    fc.assert(
      fc.property(
        fc.array(phrase, { maxLength: 40 }),
        fc.array(token, { maxLength: 60 }),
        fc.nat(60),
        fc.nat(60),
        (phrases, text, a, b) => {
          const hashes = Int32Array.from(text);
          const from = Math.min(a, hashes.length);
          const to = Math.max(from, Math.min(b, hashes.length));
          const all: string[] = [];
          openPhrases(buildPhrases(phrases)).scan(hashes, from, to, (number, start, length) => {
            all.push(`${number} ${start} ${length}`);
            return false;
          });
          expect(all.sort()).toEqual(naive(phrases, hashes, from, to));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('looks at few entries of phrases that the text does not hold', () => {
    // 5,000 phrases of three among 300 words, 2,000 words of text: one pair in 18 is a phrase's anchor by chance.
    const next = random(3);
    const drawn = Array.from({ length: 17_000 }, () => hashWord(`w${Math.floor(300 * next())}`));
    const phrases = Array.from({ length: 5_000 }, (_, i) => ({ tokens: drawn.slice(3 * i, 3 * i + 3) }));
    const text = Int32Array.from(drawn.slice(15_000));
    const hits: string[] = [];
    const work = openPhrases(buildPhrases(phrases)).scan(text, 0, text.length, (number, start, length) => {
      hits.push(`${number} ${start} ${length}`);
      return false;
    });
    // Theory: 0.056 buckets, each with its own entry and 0.6 others, and 0.004 that the filter lets through: 0.15.
    expect(work / text.length).toBeLessThan(0.18);
    expect(hits.sort()).toEqual(naive(phrases, text, 0, text.length));
  });

  it('never crashes or hangs on damaged bytes', () => {
    const good = new Uint8Array(
      buildPhrases([{ tokens: [1, 2, 3] }, { tokens: [2] }, { anchors: [[3, 4], [5]] }]),
    );
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, value, length) => {
        const bytes = good.slice(0, length);
        if (at < length) bytes[at] = value;
        try {
          openPhrases(bytes.buffer).scan(Int32Array.of(1, 2, 3, 4, 5), 0, 5, () => false);
        } catch (error) {
          expect(error).toBeInstanceOf(PhraseError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const pieces =
  'pact treaty US usa U.S. U.S.A. us we We’re We’ll were the The Israel Israeli United States Saudi Arabia defence defense n.a.t.o. N.A.T.O. nato p.a.c.t 1951 1950s $3 billion no such , . — ; a b x.y e.g. soft\u00adly new zealand';
const text = fc
  .array(fc.tuple(fc.constantFrom(...pieces.split(' ')), fc.constantFrom(' ', ' ', ' ', '. ', '-', ', ')), {
    maxLength: 25,
  })
  .map((list) => list.flat().join(''));

describe('spellings', () => {
  it('cover every word that is read from a text', () => {
    fc.assert(
      fc.property(text, (t) => {
        const { hashes } = fold(t);
        const present = new Set(hashes);
        const pairs = new Set(Array.from(hashes, (h, i) => `${hashes[i - 1]} ${h}`));
        for (const { word } of readWords(t)) {
          const { tokens, initials } = spell(word);
          const there = tokens.some((h) => present.has(h)) || pairs.has(initials?.join(' ') ?? '');
          expect([word, there]).toEqual([word, true]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const node = fc.constantFrom(
  ...'pact|treaty|(pact|treaty)|(no such|no)|[formal]|[the|a]|(mutual defense|joint)|~|..|{IL}|{US}|{other}|{any}|{money}|{year}|{=US}|^|$|we|us|usa|nato|<pact>|<il>|(b [a]|{IL})|& pact|& !treaty'.split(
    /\|(?![^(]*\))(?![^[]*\])/,
  ),
);
const way = fc.array(node, { minLength: 1, maxLength: 5 }).map((nodes) => nodes.join(' '));
const SETS = {
  pact: ['(mutual|joint) [defense] pact', 'treaty of [mutual] defense', 'nato'],
  il: ['{IL}', 'a b'],
};

const checkOf = (id: string, says: readonly string[]): Matchable => ({
  id,
  topic: 't',
  language: 'en',
  claims: [{ id: 'c', text: 'x', parties: ['US'], says: [...says], unless: [], echoes: [], subject: [] }],
});

const compiledSets = compileSets(SETS);

/** Ways that compile. */
const ways = fc.array(way, { minLength: 1, maxLength: 12 }).map((all) =>
  all.filter((source) => {
    try {
      compile(source, compiledSets);
      return true;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      return false;
    }
  }),
);

describe('a library', () => {
  it('has every way among the candidates that the text holds, and so has the gate', () => {
    let held = 0;
    fc.assert(
      fc.property(ways, fc.array(text, { minLength: 4, maxLength: 4 }), (sources, texts) => {
        const library = compileLibrary([checkOf('x', sources)], SETS);
        for (const t of texts) {
          const { hashes } = fold(t);
          const candidates = new Set(library.candidates(hashes));
          const words = readWords(t);
          const read = { words, mentions: mentions(words) };
          for (const w of library.ways()) {
            // A way that needs no word (“{money}”) is found nowhere.
            if (anchorSets(w.pattern).length === 0 || !search(w.pattern, read, w.claim.parties)) continue;
            held++;
            expect(candidates.has(w)).toBe(true);
            expect(library.mayMatch(hashes)).toBe(true);
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(held).toBeGreaterThan(50);
  });

  it('opened from its bytes, and in two parts, answers the same', () => {
    fc.assert(
      fc.property(ways, ways, text, (first, second, t) => {
        const checks = [checkOf('x', first), checkOf('y', second)];
        const whole = compileLibrary(checks, SETS);
        const opened = openLibrary(whole.buffer, checks, SETS);
        const parts = mergeLibraries(checks.map((c) => compileLibrary([c], SETS)));
        const { hashes } = fold(t);
        const told = (l: typeof parts) =>
          l
            .candidates(hashes)
            .map((w) => [w.claim.check, w.claim.parties, w.echo, w.implies, w.pattern, w.needs]);
        expect(told(opened)).toEqual(told(whole));
        expect(told(parts)).toEqual(told(whole));
        expect([parts.size, parts.mayMatch(hashes)]).toEqual([whole.size, whole.mayMatch(hashes)]);
      }),
      { numRuns: 60 },
    );
  });
});
