/** The disk may be full at any write: then nothing has changed, and the reader is told to make room. */
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
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
});
