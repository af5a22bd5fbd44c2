import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWord } from '../../lib/match/fold';
import { guessLanguage, languageIn } from '../../lib/match/language/guess';
import { LANGUAGES } from '../../lib/match/language/rules';
import { wordsIn } from '../../lib/match/language/words';
import { readTerms } from '../../lib/match/segment/terms';
import { sentences } from '../../lib/match/sentences';
import { SAID } from '../unit/match/language/claims';

const PIECES = [
  ...SAID.flatMap(({ claim }) => [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(claim),
  ]).map(({ segment }) => segment),
  ..." \u00a0\u202f\u0640\u064e\u093c\u094d\u200d\u200c\u00ad\u0e49\u3099\uff9e’'.,٫٬؟।。1٣५𠀀ﬁß\ud800",
];
const mixed = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const languages = [...LANGUAGES, 'ja', 'ko', 'th', 'zh', 'nl', 'und'];

describe('text in any script', () => {
  it('folds to words whose slices fold to the same', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const words: string[] = [];
        const { starts, ends } = fold(text, words);
        let last = 0;
        for (const [i, word] of words.entries()) {
          const [start, end] = [starts[i] as number, ends[i] as number];
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(foldWord(text.slice(start, end))).toBe(word);
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives words and terms in order, each with a slice of the text', () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom(...languages), (text, language) => {
        for (const read of [wordsIn(text, language), readTerms(text, language).terms]) {
          let last = 0;
          for (const { start, end } of read) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = start;
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is read the same each time, and its language is one or none', () => {
    fc.assert(
      fc.property(mixed, fc.option(fc.constantFrom(...languages, 'x', '{}')), (text, tag) => {
        const language = languageIn(text, tag ?? undefined);
        expect(language === undefined || /^[a-z]{2,3}$/.test(language)).toBe(true);
        expect(languageIn(text, tag ?? undefined)).toBe(language);
        expect(guessLanguage(text)).toBe(guessLanguage(text));
      }),
    );
  });

  it('is cut into sentences that lose nothing but white space', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        let last = 0;
        for (const { start, end } of sentences(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  it('of different languages shares no term', () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom(...languages), fc.constantFrom(...languages), (text, a, b) => {
        const terms = new Set(readTerms(text, a).terms.map((t) => t.hash));
        if (a !== b) expect(readTerms(text, b).terms.some((t) => terms.has(t.hash))).toBe(false);
      }),
    );
  });
});

describe('a megabyte without an end', () => {
  it.each([
    ['ideographs', '条約'.repeat(5e5), 'ja', 999_999],
    ['Hangul', '조약'.repeat(5e5), 'ko', 999_999],
    ['Thai', 'สนธิ'.repeat(25e4), 'th', 999_998],
    ['elisions', 'l’'.repeat(5e5), 'fr', 1],
    ['figures and points', '1.000,'.repeat(2e5), 'de', 1],
    ['figures and spaces', '100\u202f'.repeat(25e4), 'fr', 1],
    ['Arabic articles', 'ال'.repeat(5e5), 'ar', 1],
  ])(
    'is read to its end: %s',
    (_, text, language, terms) => {
      expect(readTerms(text, language).terms).toHaveLength(terms);
      expect(sentences(text).at(-1)?.end).toBe(text.trimEnd().length);
    },
    30_000,
  );
});
