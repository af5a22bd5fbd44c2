/** What a live library does when its data or its database is taken from under it. */
import { forceCloseDatabase, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { putFeed, review, testEnv } from '../../support/library';
import { packaged } from '../../support/packaged';
import { connections, ids, start } from './live-started';

const deleted = () =>
  new Promise<void>((done, failed) => {
    const request = indexedDB.deleteDatabase('factmark');
    request.onsuccess = () => done();
    request.onerror = () => failed(request.error);
    request.onblocked = () => failed(new Error('blocked: somebody kept the database open'));
  });

const one = review(1);

describe('liveLibrary', () => {
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
});
