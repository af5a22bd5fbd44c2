/** What is switched off in a private window: it holds there, and no host of it is written down. */
import { beforeEach, expect, it, vi } from 'vitest';
import {
  forgetPrivateSites,
  isOffHere,
  onPrivateSites,
  switchSiteHere,
} from '../../../entrypoints/background/private-sites';
import { changeSettings, readSettings } from '../../../lib/store/settings-store';
import { other, setPolicy, stored } from '../../support/extension-api';

const memory = vi.hoisted(() => new Map<string, unknown>());
const tabs = vi.hoisted(() => ({ open: [] as { id: number; incognito: boolean }[] }));
vi.mock('../../../lib/browser', async () => {
  const { browser, storageListeners } = await import('../../support/extension-api');
  const tell = (key: string) => {
    for (const listener of storageListeners) listener({ [key]: {} }, 'session');
  };
  const session = {
    get: async (key: string) => (memory.has(key) ? { [key]: structuredClone(memory.get(key)) } : {}),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) memory.set(key, structuredClone(value));
      for (const key of Object.keys(items)) tell(key);
    },
    remove: async (key: string) => {
      memory.delete(key);
      tell(key);
    },
  };
  const query = async () => structuredClone(tabs.open);
  return {
    browser: { ...browser, storage: { ...browser.storage, session }, tabs: { ...browser.tabs, query } },
  };
});

const HOST = 'a.example';
const isOff = async (incognito: boolean) => isOffHere(await readSettings(), HOST, incognito);

beforeEach(() => {
  stored.clear();
  memory.clear();
  setPolicy({});
  other.answer = () => ({ value: undefined });
  tabs.open = [
    { id: 1, incognito: false },
    { id: 2, incognito: true },
    { id: 3, incognito: true },
  ];
});

it('holds in private windows only, and writes nothing down', async () => {
  await switchSiteHere(HOST, false, true);
  expect([await isOff(true), await isOff(false)]).toEqual([true, false]);
  expect([...stored]).toEqual([]);
  await switchSiteHere(HOST, true, true);
  expect(await isOff(true)).toBe(false);
  expect([...stored]).toEqual([]);
  // What is as the settings say it needs no remembering.
  expect([...memory.values()]).toEqual([[]]);
});

it('switches a site on that the settings have off, there only', async () => {
  await switchSiteHere(HOST, false, false);
  const before = structuredClone([...stored]);
  await switchSiteHere(HOST, true, true);
  expect([await isOff(true), await isOff(false)]).toEqual([false, true]);
  await changeSettings(() => ({ siteMode: 'only', sitesOff: [] }));
  await switchSiteHere('b.example', true, true);
  expect((await readSettings()).sitesOnly).toEqual([]);
  expect(JSON.stringify(before)).toContain(HOST);
  expect(JSON.stringify([...stored])).not.toContain('b.example');
});

it('tells the private tabs, and whoever listens', async () => {
  const told: (number | undefined)[] = [];
  other.answer = (message, tab) => {
    told.push(tab);
    expect(message).toMatchObject({ call: 'askAgain' });
    if (tab === 2) throw new Error('there is no script of ours');
    return { value: undefined };
  };
  let heard = 0;
  onPrivateSites(() => heard++);
  await switchSiteHere(HOST, false, true);
  expect(told).toEqual([2, 3]);
  expect(heard).toBe(1);
});

it('is forgotten with the last private tab, and not before', async () => {
  await switchSiteHere(HOST, false, true);
  tabs.open = tabs.open.filter(({ id }) => id !== 2);
  await forgetPrivateSites();
  expect(await isOff(true)).toBe(true);
  tabs.open = tabs.open.filter(({ id }) => id !== 3);
  await forgetPrivateSites();
  expect(await isOff(true)).toBe(false);
  expect([...memory]).toEqual([]);
});

it('is bounded: the oldest go first', async () => {
  for (let i = 0; i < 203; i++) await switchSiteHere(`${i}.example`, false, true);
  const settings = await readSettings();
  expect(await isOffHere(settings, '2.example', true)).toBe(false);
  expect(await isOffHere(settings, '3.example', true)).toBe(true);
  expect(await isOffHere(settings, '202.example', true)).toBe(true);
});

it('leaves what the organisation has set', async () => {
  setPolicy({ enforced: { sitesOff: [HOST] } });
  await expect(switchSiteHere(HOST, true, true)).rejects.toThrow(/organisation/);
  expect(await isOff(true)).toBe(true);
});

it('knows a host that is called like a thing every object has', async () => {
  expect(await isOffHere(await readSettings(), 'constructor', true)).toBe(false);
  await switchSiteHere('__proto__', false, true);
  expect(await isOffHere(await readSettings(), '__proto__', true)).toBe(true);
});
