/** A disk that is nearly full: what is there goes on serving, and what could not be done is said. */
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { readPacks } from '../../../lib/store/library';
import { ensureStarter } from '../../../lib/store/starter';
import { addFromAddress } from '../../../lib/store/updates/add';
import { updateUnattended } from '../../../lib/store/updates/update';
import { openPack } from '../../../lib/store/ways';
import { parsedCheck } from '../../support/library';
import { PackMaker } from '../../support/pack-maker';
import { type Host, startHost } from '../../support/pack-server';
import { FIRST } from '../../support/pack-sky';
import { newDevice, openWorld } from '../../support/pack-world';
import { packaged } from '../../support/packaged';

let host: Host;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(() => {
  newDevice();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** From now on the browser says that so many bytes are left. */
const left = (bytes: number) => {
  const { locks } = navigator;
  vi.stubGlobal('navigator', {
    locks,
    storage: { estimate: async () => ({ quota: 1e9, usage: 1e9 - bytes }) },
  });
};

it('a new edition of the starter library waits, and the one before serves', async () => {
  const { db } = await openWorld();
  await ensureStarter(db, packaged('v1', ['a']).read);
  left(20e6);
  const next = packaged('v2', ['b']).read;
  expect(await ensureStarter(db, next)).toEqual({ installed: false, problems: [] });
  expect((await readPacks(db)).map(({ version }) => version)).toEqual(['v1']);
  left(200e6);
  expect(await ensureStarter(db, next)).toEqual({ installed: true, problems: [] });
});

it('the first starter library is installed while it fits', async () => {
  left(20e6);
  const { db } = await openWorld();
  expect(await ensureStarter(db, packaged('v1', ['a']).read)).toEqual({ installed: true, problems: [] });
});

it('the index of a pack is made and not kept', async () => {
  const { db } = await openWorld();
  const filed = { name: 'sky', version: 'v1', sets: {} };
  left(20e6);
  expect(await openPack(db, filed, [parsedCheck('a')], 'matcher 1')).toBeDefined();
  expect(await db.getAllKeys('ways')).toEqual([]);
  left(200e6);
  await openPack(db, filed, [parsedCheck('a')], 'matcher 1');
  expect(await db.getAllKeys('ways')).toEqual(['sky']);
});

it.each([
  ['says so with its source', 20e6, /[Ff]ree some disk space/],
  ['writes nothing at all where nothing is left', 0, undefined],
])('an update on schedule %s', async (_, bytes, said) => {
  const world = await openWorld();
  host.serve(new PackMaker('sky').publish(FIRST).files);
  await addFromAddress(world, `${host.url}pack.json`);
  host.forget();
  const { looked } = (await world.db.get('sources', 'pack:sky')) ?? {};
  left(bytes);
  await expect(updateUnattended(world, 'pack:sky')).rejects.toThrow(/[Ff]ree some disk space/);
  const after = await world.db.get('sources', 'pack:sky');
  // Its address was not looked at, and is due as before.
  expect(after?.looked).toBe(looked);
  const { failed } = after ?? {};
  if (said) expect(failed).toMatch(said);
  else expect(failed).toBeUndefined();
  expect(host.asked).toEqual([]);
});
