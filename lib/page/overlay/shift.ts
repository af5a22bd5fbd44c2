/** Tells when a block leaves the place it has in the document, whatever moved it. */
import { doc } from '../dom/safe';

/**
 * Calls `onShift` when `block`, which stands at `box` of the viewport while the document stands at `page`, is
 * elsewhere in the document: an observer whose root is the document cropped to exactly that place. Document
 * scrolling does not fire it. Returns what ends it.
 */
export function watchShift(block: Element, box: DOMRect, page: DOMRect, onShift: () => void): () => void {
  if (box.width === 0 || box.height === 0) return () => {};
  const margin = [box.top - page.top, page.right - box.right, page.bottom - box.bottom, box.left - page.left];
  const rootMargin = margin.map((m) => `${-Math.floor(m)}px`).join(' ');
  let observer: IntersectionObserver | undefined;
  // Engines may keep an observer that has ended for a while: it must not keep the block.
  let target: Element | undefined = block;
  let hear: (() => void) | undefined = onShift;
  const start = (threshold: number) => {
    let first = true;
    observer = new IntersectionObserver(
      (entries) => {
        const ratio = entries.at(-1)?.intersectionRatio ?? 0;
        if (!first) return hear?.();
        first = false;
        // A block that sticks out of the document never reaches 1: watch for changes from what it has.
        if (threshold === 1 && ratio > 0 && ratio < 0.999) {
          observer?.disconnect();
          start(Math.max(0.001, ratio));
        }
      },
      { root: doc.documentElement, rootMargin, threshold },
    );
    if (target) observer.observe(target);
  };
  start(1);
  return () => {
    observer?.disconnect();
    observer = target = hear = undefined;
  };
}
