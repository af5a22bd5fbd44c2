/** Helpers for tests in a real engine. */
import { type Block, readBlocks } from '../../lib/page/read/blocks';

/** Replaces the page's body. */
export function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

/** The page's blocks now. */
export const blocksOf = (root: Element = document.body): Block[] =>
  [...readBlocks(root, { onHidden: () => {}, onShadow: () => {} })].filter((b) => b !== undefined);

/** Block texts with white space collapsed, as a reader sees them. */
export const textsOf = (root?: Element): string[] =>
  blocksOf(root).map((b) => b.text.replace(/\s+/g, ' ').trim());

/** Resolves after the page was painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** Waits until `done` holds; rejects with `what` after two seconds. */
export async function until(done: () => boolean, what: string): Promise<void> {
  for (let n = 0; n < 120; n++) {
    if (done()) return;
    await painted();
  }
  throw new Error(`never came: ${what}`);
}

/** Waits until `done` holds and goes on holding for a few frames; rejects with `what`. */
export async function untilKept(done: () => boolean, what: string | (() => string)): Promise<void> {
  let kept = 0;
  for (let n = 0; n < 150; n++) {
    kept = done() ? kept + 1 : 0;
    if (kept === 5) return;
    await painted();
  }
  throw new Error(`never came to stay: ${typeof what === 'string' ? what : what()}`);
}

/** Counts what changes on the page's own nodes until `stop`; our host is not the page's. */
export function countMutations() {
  const records: MutationRecord[] = [];
  const own = (r: MutationRecord) =>
    (r.target as Element).localName !== 'factmark-overlay' &&
    ![...r.addedNodes, ...r.removedNodes].some((n) => (n as Element).localName === 'factmark-overlay');
  const observer = new MutationObserver((list) => records.push(...list.filter(own)));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  return () => {
    records.push(...observer.takeRecords().filter(own));
    observer.disconnect();
    return records.length;
  };
}
