import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../../lib/match/bare/build';
import { findBare } from '../../../../lib/match/bare/find';
import { openBare } from '../../../../lib/match/bare/library';
import { findMatches } from '../../../../lib/match/find';
import { compileLibrary } from '../../../../lib/match/library';
import { Background } from '../../../../lib/match/score/background';
import { BACKGROUND } from '../../../../lib/match/score/background-counts';
import { Collection } from '../../../../lib/match/score/collection';
import { buildSegment } from '../../../../lib/match/segment/build';
import { openSegment } from '../../../../lib/match/segment/segment';
import { readTerms } from '../../../../lib/match/segment/terms';
import { RULED, SAID } from './claims';

const rows = SAID.flatMap(({ language, claim, other }) => [
  { id: `${language}-claim`, claim, language },
  { id: `${language}-other`, claim: other, language },
]);
const all = openSegment(buildSegment(rows));
const best = (text: string, language: string) => {
  const top = all.candidates(readTerms(text, language).terms, 1, { language })[0];
  return top && all.idOf(top.claim);
};

describe.each(SAID)('a claim in $language', ({ language, claim, again, other }) => {
  it('is found in other forms of its words', () => {
    expect(best(again, language)).toBe(`${language}-claim`);
  });

  it('shares at least four terms with what says it again, and at most one with another sentence', () => {
    const said = new Set(readTerms(claim, language).terms.map((t) => t.hash));
    const shared = (text: string) =>
      new Set(
        readTerms(text, language)
          .terms.map((t) => t.hash)
          .filter((hash) => said.has(hash)),
      ).size;
    expect(shared(again)).toBeGreaterThanOrEqual(4);
    expect(shared(other)).toBeLessThanOrEqual(1);
  });

  it('is not found in a library without claims in its language', () => {
    const others = openSegment(buildSegment(rows.filter((row) => row.language !== language)));
    expect(others.candidates(readTerms(claim, language).terms, 1, { language })).toEqual([]);
  });

  it('is not found by its very words read in another language', () => {
    for (const { language: wrong } of SAID)
      if (wrong !== language)
        expect(best(claim, wrong) ?? '', wrong).not.toMatch(new RegExp(`^${language}-`));
  });
});

it('knows how many claims are in each language, told or not', () => {
  expect([...all.languages].sort()).toEqual(SAID.map(({ language }) => [language, 2]).sort());
  const untold = openSegment(buildSegment(rows.map(({ id, claim }) => ({ id, claim }))));
  for (const { language } of SAID) expect(untold.languages.get(language) ?? 0, language).toBeGreaterThan(0);
});

describe('a collection of claims in many languages', () => {
  const english = rows.filter(({ language }) => language === 'en');
  const background = Background.read(BACKGROUND);
  const collection = new Collection(
    [all, openSegment(buildSegment([{ id: 'x', claim: 'Fog came.' }]))],
    background,
  );

  it('is of the language of most, and has a view of each', () => {
    expect([collection.language, collection.size]).toEqual(['en', 3]);
    expect(collection.in('es')?.size).toBe(2);
    expect(collection.in('en')).toBe(collection);
    expect(collection.in(undefined)).toBe(collection);
    expect(collection.in('nl')).toBeUndefined();
    expect(new Collection([openSegment(buildSegment([]))], background).in(undefined)).toBeUndefined();
  });

  it('weighs words as a collection of that language alone does', () => {
    const alone = new Collection([openSegment(buildSegment(english))], background, undefined, 'en');
    const both = new Collection([all], background, undefined, 'en');
    for (const { hash } of readTerms(english[0]?.claim as string).terms)
      expect(both.weight(hash)).toBe(alone.weight(hash));
  });
});

describe('bare claims', () => {
  const source = (claims: typeof rows) => openBare([{ source: 'made-up', ...buildIndex(claims) }]);
  const library = source(rows);

  it.each(RULED)('are found in the language of the passage, whatever its tag says: $language', (said) => {
    for (const tag of [said.language, 'en', undefined]) {
      const found = findBare(library, { text: said.claim, language: tag }, 'normal');
      expect(
        found.map((m) => m.check),
        tag,
      ).toEqual([`${said.language}-claim`]);
      const { start, end, phrase } = found[0] as (typeof found)[number];
      expect(said.claim.slice(start, end)).toBe(phrase);
    }
  });

  it.each(SAID)('are not found where the library holds none in that language: $language', (said) => {
    const others = source(rows.filter((row) => row.language !== said.language));
    for (const tag of [said.language, said.language.toUpperCase()])
      expect(findBare(others, { text: said.claim, language: tag }, 'normal')).toEqual([]);
  });

  it('take an untagged sentence that tells nothing for one in the language of most claims', () => {
    expect(library.collection.in(undefined)?.language).toBe('en');
  });
});

describe('authored checks', () => {
  const check = (id: string, language: string, says: string) => ({
    id,
    topic: 't',
    language,
    claims: [{ id: 'c', text: '', parties: [], says: [says], echoes: [], subject: [], unless: [] }],
  });
  const library = compileLibrary(
    [
      check('in-english', 'en', 'moon is .. cheese'),
      check('in-german', 'de-AT', 'mond ist .. käse'),
    ] as never,
    {},
  );
  const found = (text: string, language?: string) =>
    findMatches(library, { text, language }).map((m) => m.check);

  it('are held against passages in their language only', () => {
    expect(found('The moon is made of cheese.', 'en-GB')).toEqual(['in-english']);
    expect(found('The moon is made of cheese.', 'de')).toEqual([]);
    expect(found('Der Mond ist ein Käse.', 'de')).toEqual(['in-german']);
    expect(found('The moon is made of cheese.')).toEqual(['in-english']);
  });

  it('believe a text that clearly is in another language before its tag', () => {
    const text = 'It was said by them that the moon is made of cheese, and that there is no other such moon.';
    expect(found(text, 'de')).toEqual(['in-english']);
  });
});
