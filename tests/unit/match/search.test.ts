import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/match/find';
import { compile, compileSets } from '../../../lib/match/pattern';
import { search } from '../../../lib/match/search';

const sets = compileSets({ pact: ['(mutual|common) defense [pact|treaty]'] });
const find = (way: string, text: string, parties = ['US', 'IL']) =>
  search(compile(way, sets), read(text), parties);

describe('search', () => {
  it('finds words in a row, sets and optional words', () => {
    expect(find('<pact> with', 'a mutual defence pact with Israel')).toMatchObject({ start: 1, end: 5 });
    expect(find('<pact> with', 'a mutual pact with Israel')).toBeUndefined();
  });

  it('keeps short gaps inside the clause and lets the long one cross', () => {
    expect(find('pact .. Israel', 'a pact; then Israel')).toBeUndefined();
    expect(find('pact ... Israel', 'a pact; then Israel')).toBeDefined();
    expect(find('pact ~ Israel', 'a pact one two three four Israel')).toBeUndefined();
  });

  it('binds slots and reports them', () => {
    expect(
      find('{US} .. pact with {IL}', 'America has a pact with Israel')?.slots.map((s) => s.code),
    ).toEqual(['US', 'IL']);
    expect(find('pact with {other}', 'a pact with Israel')).toBeUndefined();
    expect(find('pact with {other}', 'a pact with Japan')).toBeDefined();
  });

  it('gives a country that is no party one slot only', () => {
    expect(find('{any} ... {any}', 'Qatar and Doha', ['US'])).toBeUndefined();
    expect(find('{any} ... {any}', 'Qatar and Bahrain', ['US'])).toBeDefined();
  });

  it('wants an absent clause absent', () => {
    expect(find('pact & !tax', 'a pact')).toBeDefined();
    expect(find('pact & !tax', 'a tax pact')).toBeUndefined();
  });

  it('knows the edges of a sentence', () => {
    expect(find('^ no pact', 'no pact')).toBeDefined();
    expect(find('^ no pact', 'there is no pact')).toBeUndefined();
    expect(find('pact $', 'no pact exists')).toBeUndefined();
  });

  it('reports what words stand for', () => {
    expect(find('juniper oak {=US} {=IL}', 'Juniper Oak began')?.implied).toEqual(['US', 'IL']);
  });

  it.each(['{money}', '{year}', '{number}'])('reads %s', (slot) => {
    expect(find(slot, '$38 in 2016')).toBeDefined();
    expect(find(slot, 'a lot of it once')).toBeUndefined();
  });
});
