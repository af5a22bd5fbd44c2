/** Finding claims by words, against looking at every claim. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../lib/match/bare/build';
import { lookUp, type Shelf } from '../../lib/match/lookup/lookup';
import { near } from '../../lib/match/lookup/near';
import { Vocabulary, writeWords } from '../../lib/match/lookup/vocabulary';
import { emptyMask, setOff } from '../../lib/match/segment/off';
import { openSegment } from '../../lib/match/segment/segment';
import { readTerms } from '../../lib/match/segment/terms';

const WORDS =
  `treaty senate vaccine election bridge tunnel minister governor climate hospital parliament budget soldier harvest
volcano library orchard village railway captain museum glacier pension currency satellite reactor mosquito famine
lottery passport embassy convoy frontier harbor island mountain turbine windmill`.split(/\s+/);

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 8 }).map((w) => w.join(' '));
const library = fc.array(fc.record({ claim: sentence, title: fc.oneof(sentence, fc.constant('')) }), {
  minLength: 1,
  maxLength: 30,
});

const claimsOf = (rows: readonly { claim: string; title: string }[]) =>
  rows.map((row, i) => ({ id: `c${i}`, language: 'en', ...row }));

/** The claims on one shelf, or parted over two as by an update. */
function shelves(rows: ReturnType<typeof claimsOf>, parts: number): Shelf[] {
  return Array.from({ length: parts }, (_, p) => rows.filter((_, i) => i % parts === p))
    .filter((own) => own.length > 0)
    .map((own) => {
      const { segment, words } = buildIndex(own);
      return { segment: openSegment(segment), words: new Vocabulary(words) };
    });
}

const hashesOf = (text: string) => new Set(readTerms(text, 'en').terms.map(({ hash }) => hash));

/** One letter left out, doubled, exchanged or swapped with the next. */
function mistyped(word: string, at: number, kind: number): string {
  const i = at % (word.length - 1);
  const rest = word.slice(i + 1);
  if (kind === 0) return word.slice(0, i) + rest;
  if (kind === 1) return word.slice(0, i) + (word[i] as string) + word.slice(i);
  if (kind === 2) return `${word.slice(0, i)}q${rest}`;
  return word.slice(0, i) + rest[0] + word[i] + rest.slice(1);
}

function osa(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => i || j),
  );
  const cell = (i: number, j: number) => d[i]?.[j] as number;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, cell(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = least;
    }
  return cell(a.length, b.length);
}

describe('lookUp', () => {
  it('finds first every claim that holds all words, and no other', () => {
    fc.assert(
      fc.property(library, sentence, fc.integer({ min: 1, max: 3 }), (rows, text, parts) => {
        const claims = claimsOf(rows);
        const asked = [...hashesOf(text)];
        const holders = claims
          .filter(({ claim, title }) => asked.every((hash) => hashesOf(`${claim}\n${title}`).has(hash)))
          .map(({ id }) => id);
        const found = lookUp(shelves(claims, parts), `${text} `, claims.length);
        const exact = found.filter(({ full, share }) => full && share === 1).map(({ id }) => id);
        expect(exact.toSorted()).toEqual(holders.toSorted());
        expect(found.slice(0, exact.length).map(({ id }) => id)).toEqual(exact);
      }),
    );
  });

  it('finds a claim by its own words with a typing mistake, or with the last word half typed', () => {
    fc.assert(
      fc.property(library, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 3 }), (rows, which, at, kind) => {
        const claims = claimsOf(rows);
        const { id, claim } = claims[which % claims.length] as (typeof claims)[number];
        const words = claim.split(' ');
        const shelf = shelves(claims, 1);
        const wrong = words
          .map((word, i) => (i === at % words.length ? mistyped(word, at, kind) : word))
          .join(' ');
        expect(lookUp(shelf, `${wrong} `, claims.length).map((f) => f.id)).toContain(id);
        const half = claim.slice(0, -2);
        expect(lookUp(shelf, half, claims.length).map((f) => f.id)).toContain(id);
      }),
    );
  });

  it('finds nothing that is off', () => {
    fc.assert(
      fc.property(library, fc.nat(), (rows, which) => {
        const claims = claimsOf(rows);
        const { segment, words } = buildIndex(claims);
        const mask = emptyMask(claims.length);
        const off = which % claims.length;
        setOff(mask, off);
        const open = openSegment(segment, mask);
        const found = claims.flatMap(({ claim }) =>
          lookUp([{ segment: open, words: new Vocabulary(words) }], claim, claims.length),
        );
        expect(found.map(({ id }) => id)).not.toContain(open.idOf(off));
      }),
    );
  });

  it('takes anything that may be typed', () => {
    const shelf = shelves(claimsOf(WORDS.map((word) => ({ claim: `${word} treaty`, title: '' }))), 2);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.nat(40), (text, most) => {
        expect(lookUp(shelf, text, most).length).toBeLessThanOrEqual(most);
      }),
    );
    expect(lookUp([], 'treaty', 5)).toEqual([]);
  });
});

describe('Vocabulary', () => {
  const letters = fc.stringMatching(/^[abcé]{1,7}$/);
  const made = fc.uniqueArray(letters, { maxLength: 60 });
  const open = (words: readonly string[]) =>
    new Vocabulary(writeWords(new Map(words.map((word, i) => [word, i + 1]))));

  it('knows the words that begin with something', () => {
    fc.assert(
      fc.property(made, letters, (words, prefix) => {
        const vocabulary = open(words);
        const found = vocabulary.startingWith(prefix, words.length).map((i) => vocabulary.word(i));
        expect(found.toSorted()).toEqual(words.filter((word) => word.startsWith(prefix)).toSorted());
      }),
    );
  });

  it('knows the words that are near something, whole or by their beginning', () => {
    fc.assert(
      fc.property(made, letters, fc.integer({ min: 1, max: 2 }), (words, typed, most) => {
        const vocabulary = open(words);
        const found = (half: boolean) =>
          near(vocabulary, typed, most, half).map(
            ({ word, mistakes }) => `${vocabulary.word(word)} ${mistakes}`,
          );
        const least = (word: string, half: boolean) =>
          Math.min(
            ...(half
              ? Array.from({ length: word.length + 1 }, (_, n) => osa(word.slice(0, n), typed))
              : [osa(word, typed)]),
          );
        for (const half of [false, true]) {
          const wanted = words
            .map((word) => [word, least(word, half)] as const)
            .filter(([, mistakes]) => mistakes > 0 && mistakes <= most)
            .map(([word, mistakes]) => `${word} ${mistakes}`);
          expect(found(half).toSorted()).toEqual(wanted.toSorted());
        }
      }),
    );
  });

  it('refuses bytes that are something else', () => {
    expect(() => new Vocabulary(new ArrayBuffer(2))).toThrow(/update their source/);
    const cut = writeWords(new Map([['word', 1]])).slice(0, -1);
    expect(() => new Vocabulary(cut)).toThrow(/update their source/);
  });
});
