import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { marksIn } from '../../../lib/match/lookup/marks';
import { languageOfClaim } from '../../../lib/match/segment/collect';
import { finderOf } from '../../../lib/store/find/finder';
import { type Live, liveLibrary } from '../../../lib/store/live';
import { parsedCheck, putFeed, review, testEnv } from '../../support/library';
import { freshLocks } from '../../support/pack-locks';
import { packaged } from '../../support/packaged';

beforeEach(() => {
  freshLocks();
  globalThis.indexedDB = new IDBFactory();
});

const pause = async () => {};
const check = (id: string, question: string, claim: string) => {
  const made = parsedCheck(id, { question, answer: 'No, it does not.' });
  return [id, { check: { ...made, claims: made.claims.map((c) => ({ ...c, text: claim })) } }] as const;
};
const CHECKS = new Map([
  check('pact', 'Is there a mutual defense pact?', 'The two countries signed a treaty in Geneva.'),
  check('aid', 'How much military aid was given?', 'Billions were handed over every year.'),
]);

/** A live library with what `reviews` tell. */
async function library(...texts: string[]): Promise<Live> {
  const files = packaged('v1', ['a']);
  const live = liveLibrary(
    (path) => files.read(path),
    async () => {},
    'matcher 1',
  );
  const { database } = await live();
  await putFeed(
    testEnv(database),
    'source:bridges.json',
    texts.map((claim, n) => review(n + 1, { claim })),
  );
  await live.again();
  return live();
}

describe('finderOf', () => {
  it('finds a check by its question, and by a claim it says in other words', async () => {
    const find = await finderOf({ checks: CHECKS, indexes: [] }, pause);
    expect(await find('mutual defence', 5)).toMatchObject([{ id: 'pact', claim: '' }]);
    expect(await find('geneva', 5)).toMatchObject([
      { id: 'pact', claim: 'The two countries signed a treaty in Geneva.' },
    ]);
    expect(await find('milit', 5)).toMatchObject([{ id: 'aid', claim: '' }]);
    expect(await find('zebra', 5)).toEqual([]);
  });

  it('finds a check by what it says in all: its summary, or words of which each stands somewhere else in it', async () => {
    const [id, { check: made }] = check('pact', 'Is there a defense pact?', 'A treaty was signed in Geneva.');
    const told = { ...made, summary: 'Stockpiles are kept in Haifa.', bottomLine: 'No duty follows.' };
    const find = await finderOf({ checks: new Map([[id, { check: told }]]), indexes: [] }, pause);
    for (const text of ['stockpiles haifa', 'duty', 'pact geneva haifa '])
      expect(await find(text, 5), text).toMatchObject([{ id: 'pact', claim: '' }]);
    expect(await find('treaty geneva', 5)).toMatchObject([{ claim: 'A treaty was signed in Geneva.' }]);
  });

  it('finds reviews of feeds, whole words, half ones and mistyped ones, and no other than as many as asked for', async () => {
    const live = await library(
      'The Karlsberg bridge was sold to a dealer.',
      'The Elbe bridge was sold to a dealer.',
      'Vaccines were handed out in Brandenburg.',
    );
    const find = await finderOf(live, pause);
    expect((await find('bridge ', 5)).length).toBe(2);
    expect((await find('bridge ', 1)).length).toBe(1);
    for (const text of ['karlsberg', 'karlsb', 'kralsberg bridge', 'Karlsberg bridgee'])
      expect((await find(text, 5)).length, text).toBe(1);
    const [found] = await find('brandenb vacine', 5);
    const text = 'Vaccines were handed out in Brandenburg.';
    const marks = marksIn(text, languageOfClaim({ claim: text }), found?.terms ?? new Set());
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['Vaccines', 'Brandenburg']);
    expect(await finderOf(live, pause)).toBe(find);
  });

  it('puts written checks before reviews that answer as well', async () => {
    const live = await library('A mutual defense pact was signed.', 'The defense pact is mutual.');
    const find = await finderOf({ checks: CHECKS, indexes: live.indexes }, pause);
    expect((await find('mutual defense pact', 5))[0]?.id).toBe('pact');
    expect((await find('mutual defense pact', 5)).length).toBe(3);
  });

  it('finds whole words where an index of an earlier version has no words of its own', async () => {
    const live = await library('The Karlsberg bridge was sold to a dealer.');
    const indexes = live.indexes.map(({ words, ...index }) => index);
    const find = await finderOf({ checks: new Map(), indexes }, pause);
    expect([(await find('karlsberg', 5)).length, (await find('karlsb', 5)).length]).toEqual([1, 0]);
  });

  it('leaves out an index that is damaged, and finds in the others', async () => {
    const live = await library('The Karlsberg bridge was sold to a dealer.');
    const [index] = live.indexes;
    if (!index) throw new Error('no index');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const broken = { ...index, source: 'source:broken', words: new ArrayBuffer(8) };
    const find = await finderOf({ checks: new Map(), indexes: [broken, index] }, pause);
    expect((await find('karlsberg', 5)).length).toBe(1);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('source:broken'));
    warn.mockRestore();
  });
});
