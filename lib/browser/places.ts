/**
 * Places of the browser that some have, some have by another name, and some lack: looked at while running, because
 * Firefox is one package for computers and for phones. `undefined` and `false`: there is none here.
 */
import { SHORTCUTS_PAGE } from './differences';
import { browser, type Menus } from './index';

/** The context menus. Firefox calls them `menus`, Chromium `contextMenus`; phones have none. */
export const menusOf = (): Menus.Static | undefined => browser.menus ?? browser.contextMenus;

/** Does the browser have keys for extensions? Phones have none. */
export const hasKeys = (): boolean => browser.commands !== undefined;

/** Is there a toolbar to pin a button to? Phones have none, nor windows; there, extensions stand in the browser's menu. */
export const hasToolbar = (): boolean => browser.windows !== undefined;

/** Is there a panel beside the page? Chromium's side panel or Firefox' sidebar; phones have none. */
export const hasPanel = (): boolean => (browser.sidePanel ?? browser.sidebarAction) !== undefined;

/**
 * Opens the panel beside a window. To be called first thing when a reader clicks or presses a key: browsers refuse it
 * later. False where there is no panel; rejects where the browser refused.
 */
export async function openPanelBeside(windowId: number): Promise<boolean> {
  if (browser.sidePanel) await browser.sidePanel.open({ windowId });
  else if (browser.sidebarAction) await browser.sidebarAction.open();
  else return false;
  return true;
}

/** Opens the browser's page on which an extension's keys are changed. */
export async function openShortcuts(): Promise<void> {
  if (SHORTCUTS_PAGE !== undefined) await browser.tabs.create({ url: SHORTCUTS_PAGE });
  // Newer than the types; there since Firefox 137.
  else await (browser.commands as { openShortcutSettings?(): Promise<void> }).openShortcutSettings?.();
}
