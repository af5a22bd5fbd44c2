/** How long the background takes to answer, waiting until something holds, and switching the site under a page. */
import type { Launched } from '../../support/extension';

/** Milliseconds until the background has answered what a panel asks it, behind all that waits there. */
export async function answerTime(desk: import('@playwright/test').Page): Promise<number> {
  return desk.evaluate(async () => {
    const start = performance.now();
    await chrome.runtime.sendMessage({ wire: 'factmark/1', call: 'settings', query: undefined });
    return performance.now() - start;
  });
}

/** Asks again and again until `holds` or `ms` have gone by; answers with the milliseconds it took, or undefined. */
export async function within(ms: number, holds: () => Promise<boolean>): Promise<number | undefined> {
  const start = performance.now();
  do {
    if (await holds()) return performance.now() - start;
    await new Promise((done) => setTimeout(done, 250));
  } while (performance.now() - start < ms);
  return undefined;
}

/** Reads pages on loopback, or leaves them alone. */
export async function switchSite(app: Launched, on: boolean): Promise<void> {
  const worker = await app.worker();
  await worker.evaluate(
    (sitesOff) => chrome.storage.local.set({ settings: { version: 1, sitesOff } }),
    on ? [] : ['127.0.0.1'],
  );
}
