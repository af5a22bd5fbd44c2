/** How much work one search by words may be: counted, whatever the number of languages and sources. */
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../lib/match/bare/build';
import { lookingUp, lookUp, type Shelf } from '../../../lib/match/lookup/lookup';
import { near } from '../../../lib/match/lookup/near';
import { Vocabulary, writeWords } from '../../../lib/match/lookup/vocabulary';
import { Work } from '../../../lib/match/lookup/work';
import { openSegment } from '../../../lib/match/segment/segment';

const LANGUAGES = 'en de fr es it pt nl sv da nb fi pl cs tr ro hu'.split(' ');
const WORDS =
  `treaty senate vaccine election bridge tunnel minister governor climate hospital parliament budget soldier
harvest volcano library orchard village railway captain museum glacier pension currency`.split(/\s+/);

/** A source with claims in these languages. */
function shelf(languages: readonly string[], words: readonly string[] = WORDS): Shelf {
  const claims = languages.flatMap((language) =>
    words.map((word, i) => ({
      id: `${language}${i}`,
      claim: `${word} ${words[(i + 1) % words.length]}`,
      language,
    })),
  );
  const built = buildIndex(claims);
  return { segment: openSegment(built.segment), words: new Vocabulary(built.words) };
}

/** The second and third letter of each word swapped. */
const wrong = (words: readonly string[]) =>
  words.map((w) => w[0] + (w[2] ?? '') + w[1] + w.slice(3)).join(' ');

const walksOf = (shelves: readonly Shelf[], text: string): number => {
  const work = new Work();
  lookUp(shelves, text, 20, work);
  return work.walks;
};

describe('the work of one search', () => {
  it('walks a vocabulary once a mistyped word, however many languages there are', () => {
    const text = `${wrong(['treaty', 'senate'])} `;
    expect(walksOf([shelf(['en'])], text)).toBe(2);
    expect(walksOf([shelf(LANGUAGES)], text)).toBe(2);
    expect(walksOf([shelf(LANGUAGES), shelf(LANGUAGES)], text)).toBe(4);
  });

  it('corrects no more than six words of a long text: those that are in no source first', () => {
    const text = `${wrong(WORDS)} `;
    expect(walksOf([shelf(LANGUAGES)], text)).toBe(6);
    const sources = Array.from({ length: 5 }, () => shelf(LANGUAGES));
    expect(walksOf(sources, text)).toBe(30);
    const [first = '', second = '', ...rest] = WORDS.slice(0, 12);
    const long = [first, ...rest, wrong([second])].join(' ');
    const whole = [{ id: 'whole', claim: [first, second, ...rest].join(' '), language: 'en' }];
    const built = buildIndex(whole);
    const one = { segment: openSegment(built.segment), words: new Vocabulary(built.words) };
    expect(lookUp([one], `${long} `, 5)).toMatchObject([{ id: 'whole', full: true }]);
  });

  it('begins no walk once searches that share their work have done all that one may', () => {
    const shelves = [shelf(['en'])];
    const work = new Work();
    while (work.mayWalk) work.walked(100_000);
    const { walks } = work;
    expect(lookUp(shelves, `${wrong(['treaty'])} `, 5, work)).toEqual([]);
    expect(work.walks).toBe(walks);
    expect(lookUp(shelves, 'treaty ', 5, work).length).toBe(2);
  });

  it('counts what a walk compares: less than every letter of every word', () => {
    const vocabulary = new Vocabulary(writeWords(new Map(WORDS.map((word) => [word, 1]))));
    const work = new Work();
    near(vocabulary, 'traety', 1, false, work);
    expect(work.walks).toBe(1);
    expect(work.mayWalk).toBe(true);
  });

  it('shares the postings that may be read among the sources, and leaves what one does not need to the next', () => {
    const work = new Work();
    const all = work.postingsFor(1);
    expect(work.postingsFor(0.5)).toBe(all / 2);
    work.read(all / 4, 10);
    expect(work.postingsFor(1)).toBe((3 * all) / 4);
    work.read(2 * all, 10);
    expect(work.postingsFor(1)).toBe(0);
    work.pass();
    expect(work.postingsFor(1)).toBe(all);
  });

  it('gives others a turn in between where there is much to do, and none where there is little', () => {
    const turns = (shelves: readonly Shelf[], text: string) => {
      const steps = lookingUp(shelves, text, 20);
      let n = 0;
      while (!steps.next().done) n++;
      return n;
    };
    const claims = Array.from({ length: 2_000 }, (_, i) => ({
      id: `${i}`,
      claim: `treaty ${i}`,
      language: 'en',
    }));
    const segment = openSegment(buildIndex(claims).segment);
    const large = Array.from({ length: 400 }, () => ({ segment }));
    expect(turns([shelf(['en'])], 'treaty')).toBe(0);
    expect(turns(large, 'treaty ')).toBeGreaterThan(1);
  });
});
