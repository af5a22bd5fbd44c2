/** What popup and side panel see of the active tab. */
import { browser, type Tabs } from '../../lib/browser';
import { mayReadAll } from '../../lib/browser/access';
import type { PanelCalls, TabMatch, TabView } from '../../lib/messages/calls';
import type { LiveLibrary } from '../../lib/store/live';
import { cardsOf } from './cards';
import { viewOf } from './tabs';

/** The active tab of a window, or of the current one, with all its frames, and the cards of what was found there. */
export async function activeTab(
  live: LiveLibrary,
  windowId?: number,
): Promise<ReturnType<PanelCalls['activeTab']>> {
  const where = windowId === undefined ? { currentWindow: true } : { windowId };
  const [active] = await browser.tabs.query({ active: true, ...where });
  const tabId = active?.id ?? -1;
  const view = (await viewOf(tabId)) ?? (await silent(active));
  if (view.kind !== 'read') return { tabId, view, cards: [] };
  const ids = view.report.matches.flatMap((m) => [m.check, ...m.others]);
  return { tabId, view, cards: await cardsOf(await live(), ids) };
}

/** A tab in which nobody answers. The browser hides the address of one that may not be read, as it hides its own pages'. */
async function silent(tab: Tabs.Tab | undefined): Promise<TabView<TabMatch>> {
  if (tab?.status === 'loading') return { kind: 'waiting', host: '' };
  if (tab?.url === undefined && !(await mayReadAll())) return { kind: 'off', host: '', why: 'access' };
  return { kind: 'unreadable' };
}
