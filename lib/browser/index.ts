/**
 * The one door to the extension API: everything else imports `browser` from here. Both browsers give it under this name,
 * with promises and with answers to messages as promises: Firefox always did, Chrome does since 148. The types are
 * Firefox', which hold for what we use of both.
 */
import type { Browser, Menus, Runtime, Tabs } from 'webextension-polyfill';

export type { Menus, Runtime, Tabs };

/** The extension API. Undefined only where there is none: in a page that is not ours. */
export const { browser } = globalThis as unknown as { browser: Browser };

/** Chrome's side panel, which the types do not know. */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/** The browser's side panel; undefined where it has none (Firefox has `browser.sidebarAction`). */
export const sidePanel: SidePanel | undefined = (browser as { sidePanel?: SidePanel } | undefined)?.sidePanel;
