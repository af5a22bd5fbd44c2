/** A check that the reader opens is shown, whether or not it can be remembered that it was opened. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openedHandlers } from '../../../entrypoints/background/opened';
import { liveLibrary } from '../../../lib/store/live';
import { freshLocks } from '../../support/pack-locks';
import { packaged } from '../../support/packaged';

vi.mock('../../../lib/browser', () => ({
  browser: {
    storage: {
      local: { get: async () => ({}) },
      managed: { get: async () => ({}) },
      onChanged: { addListener: () => {} },
    },
    tabs: { query: async () => [{ incognito: false }] },
  },
}));

beforeEach(() => {
  freshLocks();
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each([
  ['is remembered', 102e6, ['a']],
  ['is not remembered on a full disk, and shown', 2e6, []],
])('%s', async (_, quota, remembered) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { locks } = navigator;
  vi.stubGlobal('navigator', { locks, storage: { estimate: async () => ({ quota, usage: 1e6 }) } });
  const live = liveLibrary(packaged('v1', ['a']).read, async () => {}, 'matcher 1');
  const view = await openedHandlers(live).check({ id: 'a', opened: true }, undefined);
  expect(view).toMatchObject({ check: { id: 'a' } });
  expect(await (await live()).database.getAllKeys('opened')).toEqual(remembered);
  const said = warn.mock.calls.some(([text]) =>
    String(text).includes('it is not remembered that a was opened'),
  );
  expect(said).toBe(remembered.length === 0);
});
