/** The background: answers messages, owns the one live library, counts matches on the toolbar icon. Wiring only. */
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../lib/browser';
import { FILLS_OPEN_TABS } from '../../lib/browser/differences';
import { serveBackground } from '../../lib/messages/serve';
import { announcedLibrary, announceLibrary } from '../../lib/store/changes';
import { type Live, type LiveLibrary, liveLibrary } from '../../lib/store/live';
import { AIR_GAP } from '../../lib/store/network/air-gap';
import { speak } from '../language/speak';
import { followAccess } from './access';
import { backupHandlers, finishWhatWasBegun } from './backup';
import { cardHandlers, settingsHandlers } from './choices';
import { followCommands } from './commands';
import { letAllOut } from './crowd';
import { diagnosticsHandler } from './diagnostics';
import { injectMarks, takeOver } from './inject';
import { addManagedSources } from './managed';
import { followMenus } from './menus';
import { followNotices, notify } from './notices';
import { followOmnibox } from './omnibox';
import { lookForChanges, openedHandlers } from './opened';
import { activeTab } from './panels';
import { forgetPrivateSites } from './private-sites';
import { readingHandlers, tryHandler } from './reading';
import { searchHandlers } from './search';
import { runningSince } from './since';
import { rereadWhenCutOff, sourceHandlers } from './sources';
import { forgetTab } from './tabs';
import { followPause } from './toolbar';
import { keepUpToDate } from './updates';
import { ownCardHandlers, welcomeOnce } from './welcome';

// A module, so that it shares its code with our pages and the worker.
export default defineBackground({ type: 'module', main });

function main(): void {
  speak();
  runningSince().catch(console.error);
  const live = liveLibrary(readPackaged, libraryChanged, __MATCHER__, libraryLoaded);
  const cutUpdates = AIR_GAP ? () => {} : followHosts(live);
  rereadWhenCutOff(live);

  const search = searchHandlers(live);
  serveBackground(
    {
      ...readingHandlers(live),
      ...cardHandlers(live),
      needMarks: (_query, { tabId, frameId }) => injectMarks(tabId, frameId),
    },
    {
      activeTab: () => activeTab(live),
      tabBeside: ({ windowId }) => activeTab(live, windowId),
      ...tryHandler(live),
      ...search,
      ...openedHandlers(live),
      ...sourceHandlers(live, cutUpdates),
      ...settingsHandlers(live),
      ...ownCardHandlers(cardHandlers(live)),
      ...backupHandlers(live, cutUpdates),
      ...diagnosticsHandler(live),
    },
  );

  followAccess();
  followPause();
  followCommands();
  followMenus();
  followOmnibox((query) => search.search(query, undefined));
  followNotices();
  browser.tabs.onRemoved.addListener((tabId) => {
    letAllOut(tabId);
    void forgetTab(tabId);
    void forgetPrivateSites();
  });
  if (!FILLS_OPEN_TABS) takeOver().catch(console.error);

  welcomeOnce();
  // Ready before the first page asks: on first run, after an update, and at the browser's start.
  browser.runtime.onInstalled.addListener(() => void live());
  browser.runtime.onStartup.addListener(() => void live());
}

/** Adds what an organisation sets and keeps sources up to date; answers with a way to cut both. */
function followHosts(live: LiveLibrary): () => void {
  const managed = addManagedSources(live);
  const cutScheduled = keepUpToDate(live, {}, managed.add);
  return () => {
    cutScheduled();
    managed.cut();
  };
}

async function readPackaged(path: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(path as never));
  return response.json();
}

/** Another edition of something is in the library: open tabs are told, and what the reader opened is held against it. */
async function libraryChanged(live: Live): Promise<void> {
  await announceLibrary(live.version);
  await lookForChanges(live)
    .then(() => notify(live))
    .catch((error) => console.warn(`factmark: ${String(error)}`));
}

/** Was the library changed by somebody who could not tell any more? A page that was closed, a background that was killed. */
function libraryLoaded(live: Live): void {
  announcedLibrary()
    .then((version) => (version === live.version ? undefined : libraryChanged(live)))
    .catch((error) => console.warn(`factmark: ${String(error)}`));
  finishWhatWasBegun(live).catch((error) => console.warn(`factmark: ${String(error)}`));
}
