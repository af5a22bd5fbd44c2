/** Ways of saying and pages that are written to keep us busy: bounded in size, in steps and in depth. */
import { describe, expect, it } from 'vitest';
import { findMatches, read } from '../../../lib/match/find';
import { compileLibrary, type Matchable, mergeLibraries } from '../../../lib/match/library';
import { compile, compileSets } from '../../../lib/match/pattern';
import { search, stepsTaken } from '../../../lib/match/search';
import { orderSets } from '../../../lib/match/sets';
import { unserved, usesOf } from '../../../lib/match/uses';

const check = (id: string, says: string[]): Matchable => ({
  id,
  topic: 't',
  language: 'en',
  claims: [{ id: 'a', text: 'The moon is cheese.', parties: [], says, unless: [], echoes: [], subject: [] }],
});
/** 400 words in which each gap can end anywhere. */
const LONG = `The moon is ${'made of cheese '.repeat(130)}.`;
const work = (run: () => void): number => {
  const from = stepsTaken();
  run();
  return stepsTaken() - from;
};

describe('hostile ways of saying', () => {
  it('are counted by what they are made of, with or without spaces', () => {
    const bomb = { a: ['[x]'.repeat(390)], b: ['<a>'.repeat(390)] };
    expect(() => orderSets(bomb)).toThrow('unfolds to more than');
    expect(orderSets({ a: ['x[y|z]x'] }).words.get('a')).toBe(7);
  });

  it('are refused where they leave the country open too often', () => {
    const says = Array.from({ length: 400 }, (_, n) => `(a${n}|${'{any}|{other}|'.repeat(50)}b) c`);
    const ways = usesOf(check('a', says));
    if ('refused' in ways) throw new Error(ways.refused);
    expect(unserved(ways.uses, orderSets({}))).toMatch(/unfold to more than/);
  });

  it('end after a bounded number of steps, whatever they and the sentence are', () => {
    const clauses = Array.from({ length: 30 }, () => 'made ... ... ... ... zz').join(' & !');
    const sentence = read(LONG);
    for (const way of [
      `the & !${clauses}`,
      `${'[the [moon [is]]] '.repeat(60)} zz`,
      `^ ${'... '.repeat(290)}`,
    ])
      expect(work(() => search(compile(way, new Map()), sentence, []))).toBeLessThanOrEqual(20_000);
  });

  it('never go deeper than the stack is, however many parts are optional', () => {
    const sets = compileSets({ a: ['[x]'.repeat(390)], b: ['<a> '.repeat(240)] });
    expect(search(compile('moon <b>', sets), read('The moon is cheese.'), [])).toBeUndefined();
  });

  it('have so many steps a sentence and pack, and cost no other pack a match', () => {
    const slow = check(
      'slow.a',
      Array.from({ length: 400 }, (_, n) => `moon ... ... ... ... ... (zz${n}|is) zz`),
    );
    const library = mergeLibraries([
      compileLibrary([slow], {}),
      compileLibrary([check('other.a', ['moon ~ made of cheese'])], {}),
    ]);
    const text = LONG.replace('.', 'zz zz0.');
    let found: string[] = [];
    const steps = work(() => {
      found = findMatches(library, { text }).map((match) => match.check);
    });
    expect(found).toContain('other.a');
    expect(steps).toBeLessThan(1_100_000);
  });
});
