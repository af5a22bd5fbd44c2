/** Drives a target that Playwright does not show as a page: the real toolbar popup. */
import type { Browser } from '@playwright/test';

interface Target {
  targetId: string;
  url: string;
  type: string;
}

/** Attaches to the first target that `match` accepts, waiting for it to open. */
export async function attachTarget(browser: Browser, match: (target: Target) => boolean, timeout = 6_000) {
  const cdp = await browser.newBrowserCDPSession();
  const end = Date.now() + timeout;
  let target: Target | undefined;
  while (!target) {
    const { targetInfos } = (await cdp.send('Target.getTargets', { filter: [{}] } as never)) as {
      targetInfos: Target[];
    };
    target = targetInfos.find(match);
    if (target) break;
    if (Date.now() > end) throw new Error('the target never opened');
    await new Promise((r) => setTimeout(r, 50));
  }
  const { sessionId } = await cdp.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  let last = 0;
  const pending = new Map<number, { resolve: (v: never) => void; reject: (e: Error) => void }>();
  const heard = new Map<string, (params: never) => void>();
  cdp.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, method, params, result, error } = JSON.parse(event.message);
    if (method !== undefined) heard.get(method)?.(params as never);
    const waiting = pending.get(id);
    pending.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result as never);
  });
  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      pending.set(id, { resolve: resolve as never, reject });
      cdp
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch(reject);
    });
  return {
    /** Evaluates an expression in the target; promises are awaited. */
    async evaluate<T>(expression: string): Promise<T> {
      const { result, exceptionDetails } = await send<{
        result: { value: T };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    /** Any call of the DevTools protocol on the target. */
    send,
    /** Calls `hear` with each event of this name. */
    on: (method: string, hear: (params: never) => void) => void heard.set(method, hear),
    async screenshot(): Promise<Buffer> {
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    detach: () => cdp.detach(),
  };
}
