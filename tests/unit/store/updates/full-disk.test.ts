/** The disk may be full at any write: then nothing has changed, and the reader is told to make room. */
import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StoredWays } from '../../../../lib/store/database';
import { removeSource, sweepLeft } from '../../../../lib/store/editions/swap';
import { addFromAddress } from '../../../../lib/store/updates/add';
import { updateSource } from '../../../../lib/store/updates/update';
import { fullDisk } from '../../../support/pack-full-disk';
import { PackMaker } from '../../../support/pack-maker';
import { type Host, startHost } from '../../../support/pack-server';
import { FIRST, SECOND, SENTENCES } from '../../../support/pack-sky';
import { answers, newDevice, openWorld, unreferenced } from '../../../support/pack-world';

let host: Host;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
afterEach(() => vi.restoreAllMocks());

const maker = new PackMaker('sky');
const first = maker.publish(FIRST);
const second = maker.publish(SECOND, { afresh: true });
const NEVER = Number.POSITIVE_INFINITY;

describe('a full disk', () => {
  it('costs nothing, at whichever write it shows', { timeout: 60_000 }, async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    let [writes, before, after]: [number, unknown, unknown] = [0, undefined, undefined];
    for (let fails = -1; fails < writes; fails++) {
      newDevice();
      const world = await openWorld();
      host.serve(first.files);
      await addFromAddress(world, `${host.url}pack.json`);
      before ??= await answers(SENTENCES);
      host.serve(second.files);
      const disk = fullDisk(fails < 0 ? NEVER : fails);
      const message = await updateSource(world, 'pack:sky').then(
        () => '',
        (error: Error) => error.message,
      );
      disk.end();
      if (fails < 0) {
        writes = disk.writes();
        after = await answers(SENTENCES);
        expect([message, writes > 10]).toEqual(['', true]);
        continue;
      }
      // How a request ended may go unwritten; the update doesn't fail for that.
      if (message !== '') expect(message, `write ${fails}`).toMatch(/[Ff]ree some disk space/);
      expect(await answers(SENTENCES), `write ${fails}`).toEqual(message === '' ? after : before);
      expect((await world.db.get('sources', 'pack:sky'))?.failed ?? '', `write ${fails}`).toBe(message);
      if (message !== '') await updateSource(world, 'pack:sky');
      expect(await answers(SENTENCES), `after write ${fails}`).toEqual(after);
      expect(await unreferenced(world.db), `after write ${fails}`).toEqual([]);
      world.db.close();
    }
  });

  it('leaves nothing over of a source that is removed next', async () => {
    newDevice();
    const world = await openWorld();
    host.serve(first.files);
    await addFromAddress(world, `${host.url}pack.json`);
    const disk = fullDisk(0);
    await expect(world.db.put('ways', {} as StoredWays, 'sky')).rejects.toThrow();
    await removeSource(world, 'pack:sky');
    disk.end();
    expect([await world.db.getAllKeys('sources'), await unreferenced(world.db)]).toEqual([[], []]);
    world.db.close();
  });

  it('can keep what was removed from being swept up, but not from being removed', async () => {
    newDevice();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const world = await openWorld();
    host.serve(first.files);
    await addFromAddress(world, `${host.url}pack.json`);
    const { delete: real } = IDBObjectStore.prototype;
    const step = async (name: string) => {
      if (name !== 'removed') return;
      IDBObjectStore.prototype.delete = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
    };
    await removeSource({ ...world, step }, 'pack:sky');
    IDBObjectStore.prototype.delete = real;
    expect([await world.db.getAllKeys('sources'), warn.mock.calls.length > 0]).toEqual([[], true]);
    expect(await unreferenced(world.db)).not.toEqual([]);
    await sweepLeft(world);
    expect(await unreferenced(world.db)).toEqual([]);
    world.db.close();
  });

  it('is told before anything is asked for or written, where the browser says how full it is', async () => {
    newDevice();
    const world = await openWorld();
    host.serve(first.files);
    await addFromAddress(world, `${host.url}pack.json`);
    const before = await answers(SENTENCES);
    host.serve(second.files);
    host.forget();
    const disk = fullDisk(NEVER);
    const room = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    const updating = updateSource({ ...world, room }, 'pack:sky');
    await expect(updating).rejects.toThrow(/[Ff]ree some disk space/);
    disk.end();
    expect([disk.writes(), host.asked, await answers(SENTENCES)]).toEqual([0, [], before]);
    world.db.close();
  });
});
