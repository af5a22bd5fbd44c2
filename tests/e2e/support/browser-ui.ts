/**
 * What a reader does with the browser itself. Headless Chromium opens none of its menus and takes no shortcut: there the
 * real listeners are called in the worker, with what the browser would hand them. Firefox does it itself.
 */
import type { Launched } from '../../support/extension';
import { clickMenu, enterWords, pressCommand } from '../../support/firefox/commands';

interface Fired {
  dispatch(...args: unknown[]): void;
}

/** Presses the keys of a command, on the tab in front. */
export async function press(app: Launched, command: string): Promise<void> {
  if (app.firefox) return pressCommand(app.firefox.privileged, command);
  await (await app.worker()).evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (chrome.commands.onCommand as unknown as Fired).dispatch(name, tab);
  }, command);
}

/** Clicks an entry of a context menu on the tab in front; `onTab: false`: on the panel, say, which is none. */
export async function choose(app: Launched, info: object, onTab = true): Promise<void> {
  if (app.firefox) return clickMenu(app.firefox.privileged, info, onTab);
  await (await app.worker()).evaluate(
    async ([chosen, on]) => {
      const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const tab = on ? front : undefined;
      (chrome.contextMenus.onClicked as unknown as Fired).dispatch(
        { editable: false, pageUrl: tab?.url, frameId: 0, ...chosen },
        tab,
      );
    },
    [info, onTab] as const,
  );
}

/** Types words after our keyword into the address bar, and Enter. */
export async function enter(app: Launched, words: string): Promise<void> {
  if (app.firefox) return enterWords(app.firefox.privileged, words);
  await (await app.worker()).evaluate(
    (text) => (chrome.omnibox.onInputEntered as unknown as Fired).dispatch(text, 'newForegroundTab'),
    words,
  );
}
