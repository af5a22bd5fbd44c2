/** Records of a pack that no publisher means well with: bounded, told, and left out. */
import { describe, expect, it } from 'vitest';
import { PatternError } from '../../../../lib/match/pattern';
import { orderSets } from '../../../../lib/match/sets';
import { unserved, usesOf } from '../../../../lib/match/uses';
import { base64url, fromBase64url, isVast, sha256 } from '../../../../lib/store/packs/bytes';
import { inOrder } from '../../../../lib/store/packs/in-order';
import { checkShard, recordsOf } from '../../../../lib/store/packs/shard';
import { parsedCheck, review } from '../../../support/library';

const bytesOf = (value: unknown) =>
  new Uint8Array(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
const shardOf = async (bytes: Uint8Array<ArrayBuffer>) => ({
  sha256: base64url(await sha256(bytes)),
  bytes: bytes.length,
});
const read = async (value: unknown) => {
  const bytes = bytesOf(value);
  return [...recordsOf(bytes, await shardOf(bytes))];
};
const saying = (...says: string[]) => {
  const check = parsedCheck('a');
  return { ...check, claims: check.claims.map((claim) => ({ ...claim, says })) };
};

describe('a shard', () => {
  it('is what the manifest promised, or is refused', async () => {
    const bytes = bytesOf([]);
    const shard = await shardOf(bytes);
    await checkShard(bytes, shard);
    await expect(checkShard(bytes.slice(1), shard)).rejects.toThrow('cut short');
    await expect(checkShard(bytesOf('{}'), shard)).rejects.toThrow('hash is another');
  });

  it('tells each record that is none, and where', async () => {
    const records = await read([
      { review: review(1) },
      { review: { ...review(2), url: 'javascript:alert(1)' } },
      { check: { ...parsedCheck('a'), verdict: 'no' } },
      { removed: 7 },
      { html: '<b>' },
      null,
      [],
      { review: review(1), check: {} },
      { removed: 'gone' },
    ]);
    expect(records.map((r) => ('refused' in r ? r.refused : Object.keys(r.record)[0]))).toEqual([
      'review',
      ...Array(7).fill('not-valid'),
      'removed',
    ]);
    expect(records[1]).toMatchObject({
      where: expect.stringMatching(/^shards\/[0-9a-f]{12}…#\/1\/review\/url$/),
    });
  });

  it('refuses a record of 10⁶ keys, items or levels, and reads the others', { timeout: 60_000 }, async () => {
    const keys = Array.from({ length: 1e6 }, (_, n) => `"k${n}":1`).join(',');
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;
    const text = `[{"sets":{${keys}}},{"check":{"claims":[${'{},'.repeat(1e6)}{}]}},{"removed":${deep}},{"removed":"x"}]`;
    expect((await read(text)).map((r) => ('refused' in r ? r.refused : 'taken'))).toEqual([
      'too-large',
      'too-large',
      'too-large',
      'taken',
    ]);
  });

  it.each(['', 'null', '{}', '[1', '\u0000'])('that is no list (%j) is refused whole', async (text) => {
    await expect(read(text)).rejects.toThrow('is no list of records');
  });
});

describe('word sets', () => {
  it('are put in an order in which each stands after those it names', () => {
    const { sets, words } = orderSets({ a: ['x <c> y', '<b>'], b: ['z'], c: ['<b> w'] });
    expect([Object.keys(sets), [...words]]).toEqual([
      ['b', 'c', 'a'],
      [
        ['b', 1],
        ['c', 3],
        ['a', 8],
      ],
    ]);
  });

  it.each([
    ['name a set that is not there', { a: ['<b>'] }, 'unknown set <b>'],
    ['name themselves', { a: ['<b>'], b: ['<a>'] }, 'names itself'],
    ['name what every object has', { a: ['<constructor>'] }, 'unknown set'],
    ['can’t be compiled', { a: ['(x'] }, 'missing'],
    [
      'double at every step',
      Object.fromEntries(
        Array.from({ length: 40 }, (_, n) => [`s${n}`, n === 0 ? ['x'] : [`<s${n - 1}> <s${n - 1}>`]]),
      ),
      'unfolds to more',
    ],
    [
      'stand on each other a hundred high',
      Object.fromEntries(
        Array.from({ length: 100 }, (_, n) => [`s${100 - n}`, n === 0 ? ['x'] : [`<s${101 - n}>`]]),
      ),
      'stands on more than 16',
    ],
  ])('that %s are refused', (_, sets, words) => {
    expect(() => orderSets(sets)).toThrow(PatternError);
    expect(() => orderSets(sets)).toThrow(words);
  });
});

describe('ways of saying', () => {
  const sets = orderSets({ dairy: ['cheese', 'curd'], many: Array(300).fill('one two three') });

  it('name their sets, or say why they can’t be compiled', () => {
    expect(usesOf(saying('moon <dairy>', '<dairy> & !<x>'))).toEqual({
      uses: new Map([
        ['dairy', 2],
        ['x', 1],
      ]),
    });
    expect(usesOf(saying('moon', '(moon'))).toEqual({
      refused: expect.stringMatching(/^\/claims\/0\/says\/1: .*missing/),
    });
  });

  it('must find their sets there, and unfold to a bounded number of words', () => {
    const of = (...says: string[]) => {
      const ways = usesOf(saying(...says));
      return 'uses' in ways ? unserved(ways.uses, sets) : ways.refused;
    };
    expect(of('moon <dairy>')).toBeUndefined();
    expect(of('moon <cheeses>')).toContain('<cheeses>');
    expect(of(...Array(400).fill('<many> <many> <many>'))).toContain('unfold to more than');
  });
});

describe('bytes', () => {
  it('are spelled and read alike', () => {
    const all = new Uint8Array(Buffer.from(Array.from({ length: 256 }, (_, n) => n)));
    expect(base64url(all)).toBe(Buffer.from(all).toString('base64url'));
    expect(fromBase64url(base64url(all))).toEqual(all);
  });

  it('are vast by count, by one list, and by depth', () => {
    expect(isVast([1, [2, { a: 3 }]], 7)).toBe(false);
    expect(isVast([1, [2, { a: 3 }]], 4)).toBe(true);
    expect(isVast(Array(100), 50)).toBe(true);
    expect(isVast(JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`), 1_000)).toBe(true);
  });
});

describe('inOrder', () => {
  /** Work on each number; it ends when told to. */
  function works(count: number, most: number) {
    const ends = new Map<number, { done: (n: number) => void; failed: (error: Error) => void }>();
    let stopped = 0;
    const work = (n: number) => new Promise<number>((done, failed) => void ends.set(n, { done, failed }));
    const all = inOrder(
      Array.from({ length: count }, (_, n) => n),
      most,
      work,
      () => {
        stopped++;
      },
    );
    return { all, ends, stopped: () => stopped };
  }

  it('hands on in order, and begins no more than it may', async () => {
    const { all, ends } = works(4, 2);
    const first = all.next();
    expect([...ends.keys()]).toEqual([0, 1]);
    ends.get(1)?.done(1);
    ends.get(0)?.done(0);
    expect(await first).toMatchObject({ value: 0 });
    expect([...ends.keys()]).toEqual([0, 1, 2]);
    expect(await all.next()).toMatchObject({ value: 1 });
    ends.get(2)?.done(2);
    ends.get(3)?.done(3);
    expect([await all.next(), await all.next(), await all.next()].map((r) => r.value)).toEqual([
      2,
      3,
      undefined,
    ]);
  });

  it('stops the others when one fails', async () => {
    const { all, ends, stopped } = works(5, 3);
    const first = all.next();
    ends.get(0)?.failed(new Error('no'));
    for (const n of [1, 2]) ends.get(n)?.failed(new Error('stopped'));
    await expect(first).rejects.toThrow('no');
    expect([ends.size, stopped()]).toEqual([3, 1]);
  });
});
