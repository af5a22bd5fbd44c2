/**
 * Serving calls. The sender is checked before the message: another extension, or a page that got hold of a
 * content script's port, is never answered; panel calls are never answered to a tab's content script.
 */
import { browser, type Runtime } from '../browser';
import type { PageCalls, PanelCalls, TabCalls } from './calls/index';
import { type Envelope, type Handlers, isEnvelope, type Reply } from './wire';

/** The content script that asks: its tab, its frame and that frame's address, and the host of the tab's page. */
export interface PageSender {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  /** The address that a frame without one of its own belongs to, where the browser tells; '' else. */
  readonly home: string;
  readonly host: string;
  readonly incognito: boolean;
  /** The window of its tab, where the browser tells. */
  readonly windowId?: number | undefined;
}

/** Answers the content scripts and the panels. Call once, at the top of the background script. */
export function serveBackground(
  pages: Handlers<PageCalls, PageSender>,
  panels: Handlers<PanelCalls, undefined>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return undefined;
    const own = sender.url?.startsWith(browser.runtime.getURL('')) ?? false;
    if (own) return answer(panels, message, undefined);
    const page = pageSender(sender);
    return page ? answer(pages, message, page) : undefined;
  });
}

/** Answers the background and the panels in a tab. Ends with `signal`. */
export function serveTab(handlers: Handlers<TabCalls, undefined>, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => {
    if (!isOurs(sender)) return undefined;
    return isEnvelope(message) ? answer(handlers, message, undefined) : undefined;
  };
  // Held, because nothing can be asked for in a script whose extension is gone.
  const { onMessage } = browser.runtime;
  onMessage.addListener(listener);
  signal.addEventListener('abort', () => onMessage.removeListener(listener));
}

/** For content scripts: is the sender our background or a page of ours? */
export const isOurs = (sender: Runtime.MessageSender | undefined): boolean =>
  sender?.id === browser.runtime.id &&
  (sender.tab === undefined || (sender.url?.startsWith(browser.runtime.getURL('')) ?? false));

function pageSender(sender: Runtime.MessageSender): PageSender | undefined {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return undefined;
  return {
    tabId,
    frameId: sender.frameId ?? 0,
    url: sender.url ?? '',
    home: homeOf(sender),
    // The page itself for a top frame (a prerendered tab still shows the old address), its tab's page for others.
    host: hostOf((sender.frameId ? sender.tab?.url : undefined) ?? sender.url ?? ''),
    incognito: sender.tab?.incognito ?? false,
    windowId: sender.tab?.windowId,
  };
}

/** Chrome tells the origin of a frame, Firefox only its tab's page. */
const homeOf = (sender: Runtime.MessageSender): string => {
  const { origin } = sender as { origin?: string };
  return origin && origin !== 'null' ? origin : (sender.tab?.url ?? '');
};

/** The host of an address as settings name it; '' for addresses without one. */
export function hostOf(url: string): string {
  try {
    const { hostname, protocol } = new URL(url);
    return hostname || (protocol === 'file:' ? 'local files' : '');
  } catch {
    return '';
  }
}

async function answer<Calls, C>(handlers: Handlers<Calls, C>, message: Envelope, sender: C): Promise<Reply> {
  const handler = Object.hasOwn(handlers, message.call) ? handlers[message.call as keyof Calls] : undefined;
  if (!handler) return { error: `there is no call “${message.call}” for this sender` };
  try {
    return { value: await handler(message.query as never, sender) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
