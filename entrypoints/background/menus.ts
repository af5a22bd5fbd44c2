/** Entries in the browser's context menus: on selected words, links, the page and the icon. */
import { browser, type Menus, type Tabs } from '../../lib/browser';
import { menusOf } from '../../lib/browser/places';
import { tab as tabAt } from '../../lib/messages/client';
import { hostOf } from '../../lib/messages/serve';
import { onChange } from '../../lib/store/changes';
import { isPaused } from '../../lib/store/settings';
import { changeSettings, lockedSettings, readSettings } from '../../lib/store/settings-store';
import { withSite } from '../../lib/store/sites';
import { say } from '../../lib/words';
import { PAGES } from '../content/pages';
import { leaveForTab, leaveLookup } from '../sidepanel/lookup';
import { openPanel } from '../sidepanel/open';
import { isOffHere, onPrivateSites, switchSiteHere } from './private-sites';

/** Set in session storage, which lasts as long as the browser and this version run: in another session words may be others. */
const MADE = 'menus-made';
const HOUR = 3_600_000;

/** Makes the menus once for each run of the browser, and answers them. To be called whenever the background starts. */
export function followMenus(): void {
  const menus = menusOf();
  if (!menus) return;
  const made = makeOnce(menus);
  const shown = () =>
    made()
      .then(() => showState(menus))
      .catch(warn);
  const show = () => void shown();
  menus.onClicked.addListener((info, tab) =>
    clicked(info, tab).catch((error) => {
      console.warn(`factmark: the menu could not do that. ${String(error)}`);
      // The browser has moved the tick already.
      return shown();
    }),
  );
  onChange(show, new AbortController().signal);
  onPrivateSites(show);
  browser.tabs.onActivated.addListener(show);
  browser.tabs.onUpdated.addListener((_id, { url, status }, { active }) => {
    if (active && (url !== undefined || status === 'complete')) show();
  });
  browser.windows?.onFocusChanged.addListener(show);
  show();
}

const warn = (error: unknown) => console.warn(`factmark: the menus are not up to date. ${String(error)}`);

/** For one start of the background: two calls wait for each other. */
function makeOnce(menus: Menus.Static): () => Promise<void> {
  let making: Promise<void> | undefined;
  const make = async () => {
    if ((await browser.storage.session.get(MADE))[MADE]) return;
    await menus.removeAll();
    for (const entry of entries()) menus.create(entry, () => void browser.runtime.lastError);
    await browser.storage.session.set({ [MADE]: true });
  };
  return () => {
    making ??= make().catch((error) => {
      making = undefined;
      throw error;
    });
    return making;
  };
}

function entries(): Menus.CreateCreatePropertiesType[] {
  return [
    { id: 'look-up', contexts: ['selection'], title: say('browser_menu_look_up') },
    {
      id: 'look-up-link',
      contexts: ['link'],
      title: say('browser_menu_look_up_link'),
      // Of a link elsewhere nobody could tell us the words.
      documentUrlPatterns: [...PAGES],
    },
    { id: 'read-page', contexts: ['page', 'action'], title: say('browser_menu_page') },
    { id: 'site-off', type: 'checkbox', contexts: ['action'], title: say('browser_menu_site_off') },
    { id: 'pause', contexts: ['action'], title: say('browser_menu_pause_hour') },
  ];
}

/** What the entries on the icon say is of the active tab and of now. */
async function showState(menus: Menus.Static): Promise<void> {
  const [settings, locked] = await Promise.all([readSettings(), lockedSettings()]);
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const host = hostOfPage(active);
  const off = host !== '' && (await isOffHere(settings, host, active?.incognito ?? false));
  const change = host === '' ? {} : withSite(settings, host, off);
  const fixed = Object.keys(change).some((key) => locked.some((name) => name === key));
  await menus.update('site-off', { checked: off, enabled: host !== '' && !fixed });
  const title = isPaused(settings, Date.now()) ? say('browser_menu_go_on') : say('browser_menu_pause_hour');
  await menus.update('pause', { title, enabled: !locked.includes('pausedUntil') });
}

/** The host of a page that can be read, as settings name it; '' for others. */
function hostOfPage(tab: Tabs.Tab | undefined): string {
  const url = tab?.url ?? '';
  return /^(https?|file):/.test(url) ? hostOf(url) : '';
}

async function clicked(info: Menus.OnClickData, tab?: Tabs.Tab): Promise<void> {
  switch (info.menuItemId) {
    case 'look-up':
      return lookUp(info.selectionText ?? '', info, tab);
    case 'look-up-link':
      return lookUp(wordsOfLink(info, tab), info, tab);
    case 'read-page':
      if (tab?.windowId !== undefined && !(await openPanel(tab.windowId)))
        await browser.tabs.create({ url: browser.runtime.getURL('popup.html') });
      return;
    case 'site-off': {
      const host = hostOfPage(tab);
      await switchSiteHere(host, info.checked !== true, tab?.incognito ?? false);
      return;
    }
    case 'pause':
      await changeSettings((s) => ({ pausedUntil: isPaused(s, Date.now()) ? 0 : Date.now() + HOUR }));
  }
}

/** Firefox tells the words of a link; elsewhere the script in that frame is asked, which saw the menu open. */
async function wordsOfLink(
  { linkText, linkUrl, frameId }: Menus.OnClickData,
  tab?: Tabs.Tab,
): Promise<string> {
  if (linkText) return linkText;
  if (tab?.id === undefined || !linkUrl) return '';
  return tabAt(tab.id, frameId ?? 0)
    .linkText({ href: linkUrl })
    .catch(() => '');
}

/** Opens the panel at once, as browsers demand, then gives it the text; where there is no panel, a tab. */
async function lookUp(
  said: string | Promise<string>,
  { pageUrl, frameUrl }: Menus.OnClickData,
  tab?: Tabs.Tab,
): Promise<void> {
  const panel = browser.runtime.getURL('sidepanel.html');
  const inPanel = [pageUrl, frameUrl].some((url) => url?.startsWith(panel));
  const opened = inPanel || tab?.windowId === undefined ? inPanel : openPanel(tab.windowId);
  const text = (await said).trim();
  if (await opened) return text === '' ? undefined : leaveLookup(text, inPanel ? undefined : tab?.windowId);
  await browser.tabs.create({ url: await leaveForTab(text) });
}
