/** Callers for every direction of the wire: `await panel.check({ id })`, `await tab(7).reveal({ key })`. */
import { browser } from '../browser';
import type { PageCalls, PanelCalls, TabCalls } from './calls/index';
import { type Caller, type Envelope, type Reply, WIRE } from './wire';

/** Thrown when the other side refused or failed; the message says what happened there. */
export class CallError extends Error {}

/** From a content script to the background. */
export const page: Caller<PageCalls> = caller((e) => browser.runtime.sendMessage(e));

/** From popup, options and other pages of ours to the background. */
export const panel: Caller<PanelCalls> = caller((e) => browser.runtime.sendMessage(e));

/** From background or popup to the content script of a tab's frame (the top one). Rejects where there is none. */
export const tab = (tabId: number, frameId = 0): Caller<TabCalls> =>
  caller((e) => browser.tabs.sendMessage(tabId, e, { frameId }));

/** From the background to the content scripts of all frames of a tab: the first answer is taken. */
export const tabAllFrames = (tabId: number): Caller<TabCalls> =>
  caller((e) => browser.tabs.sendMessage(tabId, e));

function caller<Calls>(send: (envelope: Envelope) => Promise<unknown>): Caller<Calls> {
  return new Proxy({} as Caller<Calls>, {
    get: (_, name) => async (query: unknown) => {
      const reply = (await send({ wire: WIRE, call: String(name), query })) as Reply | undefined;
      if (!reply) throw new CallError(`nobody answered “${String(name)}”; reload the page or the extension`);
      if ('error' in reply) throw new CallError(reply.error);
      return reply.value;
    },
  });
}
