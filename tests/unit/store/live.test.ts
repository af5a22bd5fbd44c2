import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findMatches } from '../../../lib/match/find';
import { type Live, liveLibrary } from '../../../lib/store/live';
import { packaged } from '../../support/packaged';

/** Connections opened since the test began. */
let connections: IDBOpenDBRequest[];
beforeEach(() => {
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
function start(files = packaged('v1', ['a', 'b'])) {
  const box = { files, announced: [] as string[] };
  const get = liveLibrary(
    (path) => box.files.read(path),
    async (version) => void box.announced.push(version),
  );
  return { box, get };
}

describe('liveLibrary', () => {
  it('installs, announces once, and finds claims', async () => {
    const { box, get } = start();
    const live = await get();
    expect([ids(live), live.version, box.announced]).toEqual([['a', 'b'], 'v1', ['v1']]);
    expect(live.checks.get('a')?.pack.id).toBe('starter');
    expect(findMatches(live.library, { text: 'He says the moon is made of cheese.' })).toHaveLength(1);
    expect(live.gate.length).toBeGreaterThan(0);
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
    forceCloseDatabase(closed as never);
    await heard;
    box.files = packaged('v2', ['c']);
    expect(ids(await get())).toEqual(['c']);
    expect(box.announced).toEqual(['v1', 'v2']);
  });

  it('warns of a check it left out', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { get } = start(packaged('v1', ['a', 'b'], { 'starter/sky/b.json': [] }));
    expect(ids(await get())).toEqual(['a']);
    expect(warn.mock.calls.flat().join('\n')).toContain('starter/sky/b.json');
    warn.mockRestore();
  });
});
