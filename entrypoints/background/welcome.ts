/** The page that greets a new reader: once, and not where an organisation installed Factmark for its people. */
import { browser } from '../../lib/browser';
import type { PageCalls, PanelCalls } from '../../lib/messages/calls';
import type { PageSender } from '../../lib/messages/serve';
import type { Handlers } from '../../lib/messages/wire';
import { readManaged } from '../../lib/store/managed';

const WELCOMED_KEY = 'welcomed';

/** To be called when the background starts: the browser tells of the installation only then. */
export function welcomeOnce(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') welcome().catch((error) => console.warn(`factmark: ${String(error)}`));
  });
}

/** A browser may tell of one installation twice: what was shown is written down. */
async function welcome(): Promise<void> {
  const stored = await browser.storage.local.get(WELCOMED_KEY);
  if (stored[WELCOMED_KEY] === true || (await readManaged()).silent) return;
  await browser.storage.local.set({ [WELCOMED_KEY]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

type OwnCardCalls = Pick<PanelCalls, 'openCheck' | 'dismissClaim' | 'restoreClaim' | 'switchTopicOf'>;

/** A page of ours as a sender of what is done on a card. */
const OWN: PageSender = { tabId: -1, frameId: 0, url: '', home: '', host: '', incognito: false };

/** What a reader does on a card that stands on a page of ours. */
export const ownCardHandlers = ({
  openCheck,
  dismissClaim,
  restoreClaim,
  switchTopicOf,
}: Handlers<Pick<PageCalls, keyof OwnCardCalls>, PageSender>): Handlers<OwnCardCalls, undefined> => ({
  openCheck: (query) => openCheck(query, OWN),
  dismissClaim: (query) => dismissClaim(query, OWN),
  restoreClaim: (query) => restoreClaim(query, OWN),
  switchTopicOf: (query) => switchTopicOf(query, OWN),
});
