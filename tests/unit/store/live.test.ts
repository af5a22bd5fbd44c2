import { describe, expect, it, vi } from 'vitest';
import { couldMatch, findAll } from '../../../lib/match/engine';
import { fold } from '../../../lib/match/fold';
import { readReview } from '../../../lib/store/editions/reviews';
import { type Live, liveLibrary } from '../../../lib/store/live';
import { withLock } from '../../../lib/store/updates/lock';
import { aCheck } from '../../support/checks';
import { putFeed, review, testEnv } from '../../support/library';
import { packaged } from '../../support/packaged';
import { connections, ids, start } from './live-started';

const WANTED = { strictness: 'normal' } as const;
const BRIDGE = 'The Karlsberg suspension bridge was sold to a scrap dealer in Brandenburg.';
const one = review(1, { claim: BRIDGE });

describe('liveLibrary', () => {
  it('finds the claims of a source once told that there is one', async () => {
    const { box, get } = start();
    const before = await get();
    expect(findAll(before.engine([]), { text: BRIDGE }, WANTED)).toEqual([]);
    await putFeed(testEnv(before.database), 'source:bridges.json', [one]);
    await get.again();
    const live = await get();
    const [match] = findAll(live.engine([]), { text: BRIDGE }, WANTED);
    expect(match).toMatchObject({ topic: 'source:bridges.json', sentence: BRIDGE, stance: 'asserts' });
    expect(live.sources.map((s) => s.title)).toEqual(['bridges.json']);
    expect(box.announced).toEqual(['v1', expect.stringMatching(/^v1\+source:bridges\.json@2/)]);
  });

  it('keeps a review that says too little, and marks nothing with it', async () => {
    const { get } = start();
    const { database } = await get();
    const little = { ...one, claim: 'On the Trans-Pacific Partnership.' };
    await putFeed(testEnv(database), 'source:little.json', [little]);
    await get.again();
    const live = await get();
    expect(live.sources[0]?.current).toMatchObject({ reviews: 1, unmatched: 1 });
    const text = 'The senator spoke on the Trans-Pacific Partnership.';
    expect(findAll(live.engine([]), { text }, WANTED)).toEqual([]);
  });

  it('searches the sources that are on as if the others were not there', async () => {
    const { get } = start();
    const { database } = await get();
    await putFeed(testEnv(database), 'source:one.json', [one]);
    const other = { ...one, verdict: { label: 'True', rating: 'true' } as const };
    await putFeed(testEnv(database), 'source:two.json', [other]);
    await get.again();
    const live = await get();
    const found = (...off: string[]) => findAll(live.engine(off), { text: BRIDGE }, WANTED);
    for (const off of ['source:one.json', 'source:two.json']) {
      const [match] = found(off);
      expect(match?.topic).not.toBe(off);
      const stored = await readReview(database, live.sources, match?.check ?? '');
      expect(stored?.source.id).toBe(match?.topic);
      expect(stored?.review.verdict.label).toBe(off.includes('two') ? 'False' : 'True');
    }
    expect(found()).toHaveLength(1);
    expect(found('source:one.json', 'source:two.json')).toEqual([]);
    expect(
      couldMatch(live.engine(['source:one.json', 'source:two.json']), fold('Whisk the yolks.').hashes),
    ).toBe(false);
  });

  it('read again by several at once, keeps one connection and breaks no running query', async () => {
    const { get } = start();
    const { database } = await get();
    await putFeed(testEnv(database), 'source:one.json', [one]);
    await Promise.all([get.again(), get.again(), get.again()]);
    expect(connections).toHaveLength(1);
    expect((await get()).sources).toHaveLength(1);
  });

  it('leaves out a source whose index is broken, and says so', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { get } = start();
    const { database } = await get();
    await putFeed(testEnv(database), 'source:bridges.json', [one]);
    const { current } = await putFeed(testEnv(database), 'source:worse.json', [one]);
    const broken = { segment: new ArrayBuffer(8), beside: new ArrayBuffer(0), publishers: [] };
    await database.put('segments', broken, current.layers[0]?.name ?? '');
    await get.again();
    const live = await get();
    expect(live.engine([]).bare?.sources).toEqual(['source:bridges.json']);
    expect(findAll(live.engine([]), { text: BRIDGE }, WANTED)).toHaveLength(1);
    expect(warn.mock.calls.flat().join()).toContain('worse.json');
    warn.mockRestore();
  });

  it('tells at every wake what it holds, so that a change nobody was told of is noticed', async () => {
    const { database } = await start().get();
    await putFeed(testEnv(database), 'source:bridges.json', [one]);
    const loaded: string[] = [];
    const live = liveLibrary(
      (path) => packaged('v1', ['a', 'b']).read(path),
      async () => {},
      'matcher 1',
      ({ version }) => void loaded.push(version),
    );
    await Promise.all([live(), live()]);
    expect(loaded).toEqual([expect.stringMatching(/^v1\+source:bridges\.json@/)]);
  });

  it('installs, announces once, and finds claims', async () => {
    const { box, get } = start();
    const live = await get();
    expect([ids(live), live.version, box.announced]).toEqual([['a', 'b'], 'v1', ['v1']]);
    expect(live.checks.get('a')?.pack.id).toBe('starter');
    expect(findAll(live.engine([]), { text: 'He says the moon is made of cheese.' }, WANTED)).toHaveLength(1);
    expect(couldMatch(live.engine([]), fold('The moon is made of cheese.').hashes)).toBe(true);
    expect(couldMatch(live.engine([]), fold('Whisk the yolks.').hashes)).toBe(false);
  });

  it('is one for all who ask', async () => {
    const { box, get } = start();
    const [first, second] = await Promise.all([get(), get()]);
    expect([second === first, (await get()) === first]).toEqual([true, true]);
    expect(box.files.opened.filter((f) => f.endsWith('index.json'))).toHaveLength(1);
  });

  it('woken again, reads the same from the database and announces nothing', async () => {
    await start().get();
    const { box, get } = start();
    expect(ids(await get())).toEqual(['a', 'b']);
    expect(box.announced).toEqual([]);
    expect(box.files.opened).toEqual(['starter/index.json']);
  });

  it('woken again, sweeps up what a background that was ended at work has left, unless somebody is at work', async () => {
    const { database } = await start().get();
    await database.put('pending', new Date().toISOString(), 'source:feed.json@2');
    await withLock(async () => {
      await start().get();
      await new Promise((done) => setTimeout(done, 50));
      expect(await database.count('pending')).toBe(1);
    });
    await start().get();
    await expect.poll(() => database.count('pending')).toBe(0);
  });

  it('keeps the index of ways, and makes it again for another edition or another matcher', async () => {
    const kept = async (live: Live) => {
      const { version, program, buffer } = (await live.database.get('ways', 'starter')) ?? {};
      return [version, program, (buffer?.byteLength ?? 0) > 0];
    };
    expect(await kept(await start().get())).toEqual(['v1', 'matcher 1', true]);
    expect(await kept(await start(undefined, 'matcher 2').get())).toEqual(['v1', 'matcher 2', true]);
    expect(await kept(await start(packaged('v2', ['a']), 'matcher 2').get())).toEqual([
      'v2',
      'matcher 2',
      true,
    ]);
  });

  it('makes a damaged index of ways again', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { database } = await start().get();
    await database.put(
      'ways',
      { version: 'v1', program: 'matcher 1', buffer: new ArrayBuffer(64) },
      'starter',
    );
    const live = await start().get();
    expect(findAll(live.engine([]), { text: 'He says the moon is made of cheese.' }, WANTED)).toHaveLength(1);
    expect(warn.mock.calls.flat().join()).toContain('made again');
    expect((await live.database.get('ways', 'starter'))?.buffer.byteLength).toBeGreaterThan(64);
    warn.mockRestore();
  });

  it('warns of a check it left out', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { get } = start(packaged('v1', [], { 'starter/sky.json': [aCheck({ id: 'a' }), {}] }));
    expect(ids(await get())).toEqual(['a']);
    expect(warn.mock.calls.flat().join('\n')).toContain('starter/sky.json:/1');
    warn.mockRestore();
  });
});
