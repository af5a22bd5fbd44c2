/** What popup and side panel see of the active tab. */
import { browser } from '../../lib/browser';
import type { PanelCalls } from '../../lib/messages/calls';
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
  const view =
    (await viewOf(tabId)) ??
    (active?.status === 'loading'
      ? ({ kind: 'waiting', host: '' } as const)
      : ({ kind: 'unreadable' } as const));
  if (view.kind !== 'read') return { tabId, view, cards: [] };
  const ids = view.report.matches.flatMap((m) => [m.check, ...m.others]);
  return { tabId, view, cards: await cardsOf(await live(), ids) };
}
