import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { couldMatch, findAll } from '../../../lib/match/engine';
import { fold } from '../../../lib/match/fold';
import { readReview } from '../../../lib/store/editions/reviews';
import { type Live, liveLibrary } from '../../../lib/store/live';
import { withLock } from '../../../lib/store/updates/lock';
import { aCheck } from '../../support/checks';
import { putFeed, review, testEnv } from '../../support/library';
import { freshLocks } from '../../support/pack-locks';
import { packaged } from '../../support/packaged';

/** Connections opened since the test began. */
let connections: IDBOpenDBRequest[];
beforeEach(() => {
  freshLocks();
  const factory = new IDBFactory();
  connections = [];
  const open = factory.open.bind(factory);
  factory.open = (...args) => {
    const request = open(...args);
    connections.push(request);
    return request;
  };
  globalThis.indexedDB = factory;
});

const ids = (live: Live) => [...live.checks.keys()];
const deleted = () =>
  new Promise<void>((done, failed) => {
    const request = indexedDB.deleteDatabase('factmark');
    request.onsuccess = () => done();
    request.onerror = () => failed(request.error);
    request.onblocked = () => failed(new Error('blocked: somebody kept the database open'));
  });

/** A live library whose package can be swapped, and the editions it announced. */
function start(files = packaged('v1', ['a', 'b']), program = 'matcher 1') {
  const box = { files, announced: [] as string[] };
  const get = liveLibrary(
    (path) => box.files.read(path),
    async (live) => void box.announced.push(live.version),
    program,
  );
  return { box, get };
}

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

  it('recovers after a failure', async () => {
    const { box, get } = start(packaged('v1', ['a'], { 'starter/pack.json': {} }));
    await expect(get()).rejects.toThrow('starter/pack.json');
    box.files = packaged('v1', ['a']);
    expect(ids(await get())).toEqual(['a']);
  });

  it('recovers after the reader’s data was cleared, and lets go of the database for that', async () => {
    const { box, get } = start();
    const first = await get();
    await deleted();
    const second = await get();
    expect([ids(second), second !== first, box.announced]).toEqual([['a', 'b'], true, ['v1', 'v1']]);
  });

  it('recovers after the browser closed the database', async () => {
    const { box, get } = start();
    await get();
    const closed = connections[0]?.result as IDBDatabase;
    const heard = new Promise((done) => closed.addEventListener('close', done));
    box.files = packaged('v2', ['c']);
    forceCloseDatabase(closed as never);
    await heard;
    expect(ids(await get())).toEqual(['c']);
    expect(box.announced).toEqual(['v1', 'v2']);
  });

  it('is not taken for whole where the browser closed the database in the midst of reading it', async () => {
    const { get } = start();
    const { database } = await get();
    const feeds = Array.from({ length: 8 }, (_, n) => `source:${n}.json`);
    for (const feed of feeds) await putFeed(testEnv(database), feed, [one]);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const closed = connections[0]?.result as IDBDatabase;
    const heard = new Promise((done) => closed.addEventListener('close', done));
    // All but the last index is read by then.
    const { get: real } = IDBObjectStore.prototype;
    let read = 0;
    const reading = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (this.name === 'segments' && ++read === feeds.length) forceCloseDatabase(closed as never);
      return real.call(this, key);
    });
    await expect(get.again()).rejects.toThrow();
    reading.mockRestore();
    await heard;
    await expect.poll(() => connections.length).toBe(2);
    expect((await get()).indexes).toHaveLength(feeds.length);
    warn.mockRestore();
  });

  it('is read again once its database is gone, though nobody asks, so that open tabs are told', async () => {
    const { box, get } = start();
    await get();
    await deleted();
    await expect.poll(() => box.announced).toEqual(['v1', 'v1']);
    // One that is gone again at once waits until somebody asks.
    await deleted();
    await new Promise((done) => setTimeout(done, 50));
    expect(connections.length).toBe(2);
    await get();
    expect(box.announced).toEqual(['v1', 'v1', 'v1']);
  });

  it('is read again once the browser has done deleting its database, which can’t be opened until then', async () => {
    const { box, get } = start();
    await get();
    const { open } = indexedDB;
    let refused = 0;
    indexedDB.open = () => {
      refused++;
      indexedDB.open = open;
      throw new DOMException('The connection was closed.', 'AbortError');
    };
    await deleted();
    await expect.poll(() => box.announced, { timeout: 5_000 }).toEqual(['v1', 'v1']);
    expect(refused).toBe(1);
  });

  it('warns of a check it left out', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { get } = start(packaged('v1', [], { 'starter/sky.json': [aCheck({ id: 'a' }), {}] }));
    expect(ids(await get())).toEqual(['a']);
    expect(warn.mock.calls.flat().join('\n')).toContain('starter/sky.json:/1');
    warn.mockRestore();
  });
});
