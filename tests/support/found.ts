/** What the extension found in a tab, asked of the tab as the popup does. */
import type { Launched } from './extension';

/** Checks found on the page at `url`, in reading order; undefined until it was read. */
export async function found(app: Launched, url: string): Promise<string[] | undefined> {
  const worker = await app.worker();
  return worker.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((t) => t.url === address);
    const message = { wire: 'factmark/1', call: 'status', query: undefined };
    const reply = await chrome.tabs.sendMessage(tab?.id ?? 0, message, { frameId: 0 }).catch(() => undefined);
    if (reply?.value?.kind !== 'read') return undefined;
    return reply.value.report.matches.map((match: { check: string }) => match.check) as string[];
  }, url);
}
