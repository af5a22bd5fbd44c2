/** Menus, keys and the looks of the icon, with the real listeners called as a browser calls them. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followCommands } from '../../../entrypoints/background/commands';
import { followMenus } from '../../../entrypoints/background/menus';
import { followPause, showTab } from '../../../entrypoints/background/toolbar';
import { takeForTab } from '../../../entrypoints/sidepanel/lookup';
import { DEFAULTS, FOREVER } from '../../../lib/store/settings';
import { browser, reset, shown } from '../../support/places';

vi.mock('../../../lib/browser', () => import('../../support/places'));

const TAB = { id: 7, windowId: 3, url: 'https://news.example/a', active: true };
const set = (change: object) => browser.storage.local.set({ settings: { ...DEFAULTS, ...change } });
const settings = async () => ({
  ...DEFAULTS,
  ...((await browser.storage.local.get('settings')).settings as object),
});
/** Everything that was begun is done. */
const settled = () => new Promise((done) => setTimeout(done, 0));

beforeEach(() => {
  reset();
  shown.tabs = [TAB];
});

describe('menus', () => {
  const start = async () => {
    followMenus();
    await settled();
  };
  const click = (info: object, tab: object | undefined = TAB) =>
    browser.contextMenus.onClicked.fire(info, tab);
  const text = async () =>
    ((await browser.storage.session.get('lookup')).lookup as { text: string } | undefined)?.text;

  it('are made once for a run of the browser, however often the background starts', async () => {
    await start();
    expect([...shown.menu.keys()]).toEqual(['look-up', 'look-up-link', 'read-page', 'site-off', 'pause']);
    for (const { title } of shown.menu.values()) expect(title).not.toBe('');
    await start();
    expect(shown.remade).toBe(1);
    await browser.storage.session.remove('menus-made');
    await start();
    expect(shown.remade).toBe(2);
    expect(shown.menu.size).toBe(5);
  });

  it('look up what is selected: the panel is opened before anything is waited for, and gets the text', async () => {
    await start();
    const done = click({ menuItemId: 'look-up', selectionText: '  a treaty with Israel ' });
    expect(shown.panels.at(-1)).toBe(3);
    await done;
    expect(await text()).toBe('a treaty with Israel');
    expect(shown.opened).toEqual([]);
  });

  it('open a tab with the search where there is no panel', async () => {
    await start();
    shown.refuse = true;
    await click({ menuItemId: 'look-up', selectionText: 'a & b' });
    // No word of it in the address, which the history keeps.
    expect(shown.opened.map((t) => t.url)).toEqual(['chrome-extension://factmark-id/popup.html?find']);
    expect(await text()).toBeUndefined();
    expect(await takeForTab()).toBe('a & b');
    expect(await takeForTab()).toBe('');
  });

  it('leave the text for the panel in which it was selected', async () => {
    await start();
    shown.refuse = true;
    const pageUrl = 'chrome-extension://factmark-id/sidepanel.html';
    await click({ menuItemId: 'look-up', selectionText: 'a treaty', pageUrl }, undefined);
    expect(await text()).toBe('a treaty');
    expect(shown.opened).toEqual([]);
  });

  it('ask the frame of a link for its words', async () => {
    await start();
    const asked: unknown[] = [];
    shown.answer = (call, query) => {
      asked.push([call, query]);
      return 'Words of the link';
    };
    await click({ menuItemId: 'look-up-link', linkUrl: 'https://a.example/', frameId: 0 });
    expect(asked).toContainEqual(['linkText', { href: 'https://a.example/' }]);
    expect(await text()).toBe('Words of the link');
  });

  it('switch the site as the reader left the tick, whatever is shown by then', async () => {
    await start();
    expect(shown.menu.get('site-off')).toMatchObject({ checked: false, enabled: true });
    await click({ menuItemId: 'site-off', checked: true });
    expect((await settings()).sitesOff).toEqual(['news.example']);
    await settled();
    expect(shown.menu.get('site-off')).toMatchObject({ checked: true });
    await click({ menuItemId: 'site-off', checked: true });
    expect((await settings()).sitesOff).toEqual(['news.example']);
    await click({ menuItemId: 'site-off', checked: false });
    expect((await settings()).sitesOff).toEqual([]);
    shown.tabs = [{ ...TAB, url: 'chrome://settings' }];
    await browser.tabs.onActivated.fire({ tabId: 7, windowId: 3 });
    await settled();
    expect(shown.menu.get('site-off')).toMatchObject({ checked: false, enabled: false });
  });

  it('show the state again when a change fails, and offer none that the organisation has fixed', async () => {
    // Another start of the background: a policy is read once.
    vi.resetModules();
    const { followMenus } = await import('../../../entrypoints/background/menus');
    const managed = { get: async () => ({ enforced: { sitesOff: [] } }) };
    Object.assign(browser.storage, { managed });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    followMenus();
    await settled();
    const entry = () => shown.menu.get('site-off');
    expect(entry()).toMatchObject({ checked: false, enabled: false });
    expect(shown.menu.get('pause')).toMatchObject({ enabled: true });
    Object.assign(entry() ?? {}, { checked: true });
    await browser.contextMenus.onClicked.fire({ menuItemId: 'site-off', checked: true }, TAB);
    expect(entry()).toMatchObject({ checked: false, enabled: false });
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
    Reflect.deleteProperty(browser.storage, 'managed');
  });

  it('pause for an hour, and end the pause', async () => {
    await start();
    const before = Date.now();
    await click({ menuItemId: 'pause' });
    const { pausedUntil } = await settings();
    expect(pausedUntil).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(pausedUntil).toBeLessThan(FOREVER);
    await settled();
    expect(shown.menu.get('pause')?.title).toBe('End the pause');
    await click({ menuItemId: 'pause' });
    expect((await settings()).pausedUntil).toBe(0);
  });

  it('are left out where the browser has none', async () => {
    const { contextMenus } = browser;
    Reflect.deleteProperty(browser, 'contextMenus');
    try {
      await start();
      expect(shown.menu.size).toBe(0);
    } finally {
      browser.contextMenus = contextMenus;
    }
  });
});

describe('keys', () => {
  const press = async (command: string) => {
    followCommands();
    await browser.commands.onCommand.fire(command, TAB);
  };
  it('pause and go on', async () => {
    await press('pause');
    expect((await settings()).pausedUntil).toBe(FOREVER);
    await browser.commands.onCommand.fire('pause', TAB);
    expect((await settings()).pausedUntil).toBe(0);
    await set({ pausedUntil: Date.now() + 60_000 });
    await browser.commands.onCommand.fire('pause', TAB);
    expect((await settings()).pausedUntil).toBe(0);
  });
  it('open the panel of the window in use', async () => {
    await press('open-panel');
    expect(shown.panels).toContain(3);
  });
});

describe('the icon', () => {
  const paused = { 16: '/icon/paused-16.png' };
  it('tells of a pause at once, and of its end when it comes', async () => {
    followPause();
    await settled();
    expect(shown.icon.get('title')).toBe('Factmark');
    expect(shown.icon.get('icon')).toMatchObject({ 16: '/icon/16.png' });
    const until = Date.now() + 3_600_000;
    await set({ pausedUntil: until });
    await settled();
    expect(shown.icon.get('icon')).toMatchObject(paused);
    expect(shown.icon.get('title')).toBe('Factmark is paused');
    expect(shown.alarms.get('pause-ends')).toEqual({ when: until });
    await browser.storage.local.set({ settings: { ...DEFAULTS, pausedUntil: 1 } });
    await browser.alarms.onAlarm.fire({ name: 'pause-ends' });
    await settled();
    expect(shown.icon.get('icon')).toMatchObject({ 16: '/icon/16.png' });
    expect(shown.alarms.size).toBe(0);
    await set({ pausedUntil: FOREVER });
    await settled();
    expect(shown.icon.get('icon')).toMatchObject(paused);
    expect(shown.alarms.size).toBe(0);
  });

  it('says of each tab what it holds, or why nothing is read', async () => {
    const on = { off: undefined };
    await showTab(7, { count: 3, off: undefined }, on);
    expect([shown.icon.get('text 7'), shown.icon.get('title 7')]).toEqual([
      '3',
      'Factmark: 3 sentences match a check',
    ]);
    expect(shown.icon.has('icon 7')).toBe(false);
    await showTab(7, { count: 1, off: undefined }, on);
    expect(shown.icon.get('title 7')).toBe('Factmark: 1 sentence matches a check');
    await showTab(7, { count: 0, off: 'site' }, on);
    expect([shown.icon.get('text 7'), shown.icon.get('title 7')]).toEqual([
      '',
      'Factmark is off on this site',
    ]);
    expect(shown.icon.get('icon 7')).toMatchObject({ 32: '/icon/off-32.png' });
    await showTab(7, { count: 0, off: 'paused' }, { off: 'site' });
    expect(shown.icon.get('icon 7')).toMatchObject(paused);
    await showTab(7, { count: 0, off: undefined }, { off: 'paused' });
    expect(shown.icon.get('icon 7')).toMatchObject({ 16: '/icon/16.png' });
    expect(shown.icon.get('title 7')).toBe('Factmark');
  });
});
