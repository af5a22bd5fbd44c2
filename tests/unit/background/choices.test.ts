/** What switching settings off takes with it, and what a card may ask for. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { cardHandlers, settingsHandlers } from '../../../entrypoints/background/choices';
import { openDatabase } from '../../../lib/store/database';
import type { Live } from '../../../lib/store/live';
import { readOpened } from '../../../lib/store/opened/opened';
import { readSettings } from '../../../lib/store/settings-store';
import { setPolicy, stored } from '../../support/extension-api';

const given = vi.hoisted(() => ({ back: [] as unknown[] }));
vi.mock('../../../lib/browser', async () => {
  const { browser } = await import('../../support/extension-api');
  const remove = async (what: unknown) => given.back.push(what) > 0;
  return { browser: { ...browser, permissions: { remove } } };
});

const OPENED = {
  id: 'moon-cheese',
  opened: '2026-11-22T10:00:00.000Z',
  question: 'Is the moon made of cheese?',
  verdict: { label: 'No', rating: 'false' as const },
  answer: 'No.',
  checkedOn: '2026-11-01',
  text: 'a-b',
};
const PAGE = {
  tabId: 1,
  frameId: 0,
  url: 'https://a.example/',
  home: '',
  host: 'a.example',
  incognito: false,
};

async function world() {
  const database = await openDatabase(() => {});
  await database.put('opened', OPENED);
  const here = { database, checks: new Map(), sources: [] } as unknown as Live;
  const live = Object.assign(async () => here, { again: () => {} }) as never;
  return { database, settings: settingsHandlers(live), cards: cardHandlers(live) };
}

beforeEach(() => {
  stored.clear();
  setPolicy({});
  given.back.length = 0;
  globalThis.indexedDB = new IDBFactory();
});

it('forgets what was opened, and gives leave back, when they are switched off', async () => {
  const { database, settings } = await world();
  await settings.changeSettings({ loudness: 'list' }, undefined);
  expect(await readOpened(database)).toEqual([OPENED]);
  expect(given.back).toEqual([]);
  await settings.changeSettings({ tellChanges: false, notifyChanges: false }, undefined);
  expect(await readOpened(database)).toEqual([]);
  expect(given.back).toEqual([{ permissions: ['notifications'] }]);
});

it('forgets nothing where the organisation does not let it be switched off', async () => {
  setPolicy({ enforced: { tellChanges: true } });
  const { database, settings } = await world();
  await expect(settings.changeSettings({ tellChanges: false }, undefined)).rejects.toThrow(/organisation/);
  expect(await readOpened(database)).toEqual([OPENED]);
});

it('dismisses no claim of a check that is not in the library', async () => {
  const { cards } = await world();
  await expect(cards.dismissClaim({ check: 'made-up', sentence: 'A.' }, PAGE)).rejects.toThrow(/no longer/);
  expect((await readSettings()).dismissed).toEqual([]);
});
