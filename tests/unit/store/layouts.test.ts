/**
 * The form of each stored thing stands beside its version in `tests/fixtures/stored/layouts/<thing>-<version>.json`. Whoever
 * changes a form without a new version and an example of the old one hears of it here.
 */
import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { CheckSchema } from '../../../lib/claims/check';
import { PackSchema } from '../../../lib/claims/pack';
import { ManifestSchema } from '../../../lib/claims/packs/manifest';
import { VERSION as SEGMENT } from '../../../lib/match/segment/layout';
import { writeBackup } from '../../../lib/store/backup/format';
import { openDatabase } from '../../../lib/store/database';
import { noteRequest } from '../../../lib/store/network/receipt';
import { noteChanges, noteOpened } from '../../../lib/store/opened/opened';
import { ofReview } from '../../../lib/store/opened/snapshot';
import { DEFAULTS, SettingsSchema } from '../../../lib/store/settings';
import { addFromAddress } from '../../../lib/store/updates/add';
import { openPack } from '../../../lib/store/ways';
import { layoutOf, layoutOfSchema, merged } from '../../support/layouts';
import { parsedCheck, review } from '../../support/library';
import { PackMaker } from '../../support/pack-maker';
import { startHost } from '../../support/pack-server';
import { FIRST, SECOND } from '../../support/pack-sky';
import { newDevice, openWorld } from '../../support/pack-world';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/stored/layouts');

/** Holds the form of `thing` against the one that is written down; `example`: what else a new version needs. */
async function isAsWritten(thing: string, version: number, layout: unknown, example: string): Promise<void> {
  const file = resolve(FOLDER, `${thing}-${version}.json`);
  const text = `${JSON.stringify(layout, null, 1)}\n`;
  const help = `The form of ${thing} is another than version ${version} had. Readers have that on their devices. If today's
code reads it all the same (a field more that may be missing), keep the version; else raise it, and read the old one.
Either way: ${example}
Then write the form down: delete ${file} if the version stays, and run this test with --update.`;
  if (existsSync(file)) expect(text === readFileSync(file, 'utf8') ? '' : help).toBe('');
  await expect(text, help).toMatchFileSnapshot(file);
}

/** All that is stored of a pack, a feed, what was asked for, opened and changed, as today's code writes it. */
async function written() {
  globalThis.indexedDB = new IDBFactory();
  newDevice();
  const host = await startHost();
  try {
    const world = await openWorld({ now: () => new Date('2026-11-22T10:00:00Z') });
    const maker = new PackMaker('sky');
    const feed =
      '[{"@type":"ClaimReview","claimReviewed":"The bridge of Karlsberg was sold to a dealer","author":{"name":"Desk"},"reviewRating":{"alternateName":"False"}}]';
    for (const edition of [FIRST, SECOND]) {
      host.serve(new Map([...maker.publish(edition).files, ['feed.json', Buffer.from(feed)]]));
      await addFromAddress(world, `${host.url}pack.json`);
    }
    await addFromAddress(world, `${host.url}feed.json`);
    const { db } = world;
    const was = ofReview(review(1));
    await noteOpened(db, was, new Date());
    await noteChanges(db, async () => ({ snapshot: { ...was, text: 'b' }, changes: [] }), new Date());
    await noteRequest(db, { when: '', url: '', why: '', source: '' });
    await openPack(db, { name: 'starter', version: '1', sets: {} }, [parsedCheck('a')], 'program');
    await db.put('packs', { pack: { id: 'starter' } as never, version: '1', checks: 1 }, 'starter');
    return db;
  } finally {
    await host.close();
  }
}

describe('the form of what is stored', () => {
  it('in the database is that of its version', async () => {
    const db = await written();
    const tx = db.transaction([...db.objectStoreNames]);
    const stores: Record<string, unknown> = {};
    for (const name of db.objectStoreNames) {
      const store = tx.objectStore(name);
      const values: unknown[] = await store.getAll();
      const value = values
        // What a check, a pack, its languages and reasons hold is their own.
        .map((one) => layoutOf(JSON.parse(JSON.stringify(one, plain))))
        .reduce(merged, 'nothing');
      const indexes = [...store.indexNames].map((index) => [index, store.index(index as never).keyPath]);
      stores[name] = { keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes, value };
    }
    const layout = { stores, segment: SEGMENT };
    await isAsWritten(
      'database',
      db.version,
      layout,
      'put a database that the code before your change wrote into tests/fixtures/stored/written (database-<version>-<commit>.json).',
    );
    expect((await openDatabase(() => {})).version).toBe(db.version);
  });

  it('of settings is that of their version', () =>
    isAsWritten(
      'settings',
      DEFAULTS.version,
      layoutOfSchema(SettingsSchema),
      'put settings that the code before your change wrote into tests/fixtures/stored/written (settings-<version>-<commit>.json).',
    ));

  it('of backups is that of their version', () => {
    const backup = { at: new Date(0), version: '', settings: DEFAULTS, sources: [], opened: [] };
    const { settings: _settings, ...rest } = JSON.parse(writeBackup(backup));
    return isAsWritten(
      'backup',
      1,
      layoutOf(rest),
      'put a backup of the version before into tests/fixtures/backup.',
    );
  });

  it('of checks, packs and published packs is that of format 1', async () => {
    const layout = [CheckSchema, PackSchema, ManifestSchema].map(layoutOfSchema);
    await isAsWritten('packs', 1, layout, 'publishers have such files; docs/publishers tells of them.');
  });
});

/** Bytes by their kind; and what may stand under any name, by its name. */
function plain(key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer)
    return `bytes of ${Object.prototype.toString.call(value).slice(8, -1)}`;
  return ['check', 'pack', 'languages', 'reasons'].includes(key) && typeof value === 'object' ? key : value;
}
