/** Are the marks of an app where they belong? One expression, evaluated in the content script's world. */
import { CLAIM } from '../e2e/apps/texts';

/** What is in the window now, by the names of copies that show the claim. */
export interface MarksSeen {
  /** With a badge of its own beside the end of the claim. */
  readonly marked: string[];
  readonly unmarked: string[];
  /** Badges that stand beside no claim. */
  readonly strays: number;
}

/**
 * An expression that looks for the badge of each claim in the window. Where it is evaluated `root` is our shadow root
 * or null; `page` is what the page's window is called there.
 */
export const marksSeen = (page = 'window'): string => `(() => {
  const claim = ${JSON.stringify(CLAIM)};
  const { document, innerHeight } = ${page};
  const within = (y, edge) => y > edge && y < innerHeight - edge;
  const middle = (r) => ({ x: (r.left + r.right) / 2, y: (r.top + r.bottom) / 2 });
  const free = new Set(Array.from(root?.querySelectorAll('.badge') ?? [], (b) => middle(b.getBoundingClientRect())));
  const marked = [];
  const unmarked = [];
  for (const copy of document.querySelectorAll('[data-copy]')) {
    const end = copy.textContent.indexOf(claim) + claim.length;
    if (end < claim.length || !within(copy.getBoundingClientRect().top, -100)) continue;
    const walk = document.createTreeWalker(copy, 4);
    let at = 0;
    while (walk.nextNode() && at + walk.currentNode.data.length < end) at += walk.currentNode.data.length;
    const range = document.createRange();
    range.setStart(walk.currentNode, end - at - 1);
    range.setEnd(walk.currentNode, end - at);
    const last = range.getBoundingClientRect();
    const y = middle(last).y;
    // Beside the text or raised over its end; farther down a badge is the next line's.
    const own = Array.from(free).find((b) => Math.abs(b.x - last.right) < 40 && b.y > y - 14 && b.y < y + 4);
    free.delete(own);
    if (own) marked.push(copy.dataset.copy);
    else if (within(y, 10)) unmarked.push(copy.dataset.copy);
  }
  return { marked, unmarked, strays: Array.from(free).filter((b) => within(b.y, 30)).length };
})()`;
