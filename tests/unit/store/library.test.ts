import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FactCheck, type Pack, parseCheck, parsePack } from '../../../lib/claims';
import { type Database, openDatabase } from '../../../lib/store/database';
import { installPack, readChecks, readPacks } from '../../../lib/store/library';
import { aCheck, aPack } from '../../support/checks';

function good<T>(parsed: { ok: true; value: T } | { ok: false }): T {
  if (!parsed.ok) throw new Error('the example does not parse');
  return parsed.value;
}
const check = (id: string, question = 'Is it?'): FactCheck => good(parseCheck(aCheck({ id, question })));
const pack = (id: string): Pack => good(parsePack(aPack({ id })));

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => {});
});
const ids = async (packId: string) => (await readChecks(db, packId)).map((c) => c.id);
const versions = async () => (await readPacks(db)).map((p) => [p.pack.id, p.version, p.checks]);

describe('installPack', () => {
  it('is read back as it was', async () => {
    await installPack(db, pack('one'), '1', [check('b'), check('a')]);
    expect(await readPacks(db)).toEqual([{ pack: pack('one'), version: '1', checks: 2 }]);
    expect(await readChecks(db, 'one')).toEqual([check('a'), check('b')]);
  });

  it('replaces the edition before, checks that are gone included, and no other pack', async () => {
    await installPack(db, pack('one'), '1', [check('a'), check('b')]);
    await installPack(db, pack('one-more'), '1', [check('c')]);
    await installPack(db, pack('one'), '2', [check('b', 'Is it still?'), check('d')]);
    expect(await readChecks(db, 'one')).toEqual([check('b', 'Is it still?'), check('d')]);
    expect(await ids('one-more')).toEqual(['c']);
    expect(await versions()).toEqual([
      ['one', '2', 2],
      ['one-more', '1', 1],
    ]);
  });

  it.each([
    ['a check that cannot be stored', (): FactCheck => Object.assign(check('z'), { trap: () => 0 })],
    ['a check without an id', (): FactCheck => ({ ...check('z'), id: undefined as unknown as string })],
  ])('leaves the old edition whole when it meets %s half-way', async (_, broken) => {
    await installPack(db, pack('one'), '1', [check('a'), check('b')]);
    await expect(
      installPack(db, pack('one'), '2', [check('a', 'Is it new?'), broken(), check('c')]),
    ).rejects.toThrow();
    expect(await readChecks(db, 'one')).toEqual([check('a'), check('b')]);
    expect(await versions()).toEqual([['one', '1', 2]]);
    await installPack(db, pack('one'), '3', [check('c')]);
    expect(await ids('one')).toEqual(['c']);
  });

  it('leaves nothing behind when the first edition fails', async () => {
    const broken = Object.assign(check('z'), { trap: () => 0 });
    await expect(installPack(db, pack('one'), '1', [check('a'), broken])).rejects.toThrow();
    expect([await readPacks(db), await ids('one')]).toEqual([[], []]);
  });

  it('rejects on a closed database', async () => {
    db.close();
    await expect(installPack(db, pack('one'), '1', [check('a')])).rejects.toThrow();
  });
});
