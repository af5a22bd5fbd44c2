import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../lib/store/database';
import { readChecks, readPacks } from '../../../lib/store/library';
import { ensureStarter } from '../../../lib/store/starter';
import { aCheck, aPack } from '../../support/checks';
import { packaged } from '../../support/packaged';

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => {});
});
const library = async () => ({
  versions: (await readPacks(db)).map((p) => p.version),
  checks: (await readChecks(db, 'starter')).map((c) => c.id),
});

describe('ensureStarter', () => {
  it('installs on first run, and once per edition', async () => {
    const files = packaged('v1', ['a', 'b']);
    expect(await ensureStarter(db, files.read)).toEqual({ installed: true, problems: [] });
    expect(await library()).toEqual({ versions: ['v1'], checks: ['a', 'b'] });
    files.opened.length = 0;
    expect(await ensureStarter(db, files.read)).toEqual({ installed: false, problems: [] });
    expect(files.opened).toEqual(['starter/index.json']);
  });

  it('installs another edition in place of the old', async () => {
    await ensureStarter(db, packaged('v1', ['a', 'b']).read);
    expect(await ensureStarter(db, packaged('v2', ['b', 'c']).read)).toEqual({
      installed: true,
      problems: [],
    });
    expect(await library()).toEqual({ versions: ['v2'], checks: ['b', 'c'] });
  });

  it('leaves out a broken check and says where it is broken', async () => {
    const files = packaged('v1', [], { 'starter/sky.json': [{ id: 'a' }, aCheck({ id: 'b' })] });
    const { installed, problems } = await ensureStarter(db, files.read);
    expect(installed).toBe(true);
    expect(problems).toContainEqual(expect.stringMatching(/^starter\/sky\.json:\/0\/question: ./));
    expect(await library()).toEqual({ versions: ['v1'], checks: ['b'] });
  });

  it('takes what is no list of checks for one that is broken', async () => {
    const { problems } = await ensureStarter(db, packaged('v1', [], { 'starter/sky.json': 'sky' }).read);
    expect(problems).toEqual([expect.stringMatching(/^starter\/sky\.json:\/0: ./)]);
    expect(await library()).toEqual({ versions: ['v1'], checks: [] });
  });

  it.each([
    ['a broken pack', { 'starter/pack.json': aPack({ licence: '' }) }, /starter\/pack\.json: \/licence/],
    ['checks that cannot be read', { 'starter/sky.json': undefined }, /no file starter\/sky\.json/],
    ['a broken index', { 'starter/index.json': { version: 'v2' } }, /./],
  ])('throws on %s and leaves the old library', async (_, broken, message) => {
    await ensureStarter(db, packaged('v1', ['a', 'b']).read);
    await expect(ensureStarter(db, packaged('v2', ['c'], broken).read)).rejects.toThrow(message);
    expect(await library()).toEqual({ versions: ['v1'], checks: ['a', 'b'] });
  });
});
