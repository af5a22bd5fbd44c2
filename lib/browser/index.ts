/**
 * The one door to the extension API: everything else imports `browser` from here. Both browsers give it under this name,
 * with promises and with answers to messages as promises: Firefox always did, Chrome does since 148. The types are
 * Firefox', which hold for what we use of both.
 */
import type { Browser, Menus, Runtime, Tabs } from 'webextension-polyfill';

export type { Menus, Runtime, Tabs };

/** Chrome's side panel, which those types do not know. */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/** What a browser we run in may lack (`docs/developers/browsers.md`): on a phone, in another one, or until it is granted. */
type Lacking =
  | 'commands'
  | 'contextMenus'
  | 'menus'
  | 'notifications'
  | 'omnibox'
  | 'sidebarAction'
  | 'windows';

type Api = Omit<Browser, Lacking> &
  Partial<Pick<Browser, Lacking>> & {
    readonly sidePanel?: SidePanel;
  };

/** The extension API. Undefined only where there is none: in a page that is not ours. */
export const { browser } = globalThis as unknown as { readonly browser: Api };
