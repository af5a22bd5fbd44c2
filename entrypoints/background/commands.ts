/** What keys do: to the next or previous badge, the panel, a pause. */
import { browser } from '../../lib/browser';
import { FOREVER, isPaused } from '../../lib/store/settings';
import { changeSettings } from '../../lib/store/settings-store';
import { openPanel } from '../sidepanel/open';
import { stepIn } from './tabs';

/** Listens for the commands of the manifest. To be called whenever the background starts. */
export function followCommands(): void {
  // Firefox for Android has no keys.
  browser.commands?.onCommand.addListener((command, tab) => {
    switch (command) {
      case 'next-badge':
      case 'previous-badge':
        return step(command === 'next-badge', tab?.id);
      case 'open-panel':
        // At once: after any waiting this would no longer be the reader's own doing, and refused.
        if (tab?.windowId !== undefined) void openPanel(tab.windowId);
        return undefined;
      case 'pause':
        return switchPause();
      default:
        return undefined;
    }
  });
}

/** A page we can't read has nobody to answer; the command then does nothing. */
async function step(forward: boolean, tabId: number | undefined): Promise<void> {
  const id = tabId ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (id !== undefined) await stepIn(id, forward);
}

/** Pauses until the reader ends it, or goes on. The icon tells at once (`toolbar.ts`). */
async function switchPause(): Promise<void> {
  await changeSettings((s) => ({ pausedUntil: isPaused(s, Date.now()) ? 0 : FOREVER }));
}
