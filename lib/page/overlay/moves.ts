/** Everything that can move text without telling: one callback for all of it. */

/** Milliseconds between two looks at a page that restyles itself all the time. */
const RESTYLE_PAUSE = 250;

/**
 * Calls `onMove` when something may have moved a block or its text. Document scrolling is not among it: marks
 * live in the document and scroll with it. Ends with `signal`.
 */
export function watchMoves(
  onMove: () => void,
  signal: AbortSignal,
): { observe(block: Element): void; unobserve(block: Element): void } {
  const resized = new ResizeObserver(onMove);
  resized.observe(document.documentElement);
  const mutated = new MutationObserver(onMove);
  mutated.observe(document, { childList: true, characterData: true, subtree: true });
  // Classes and styles change what is shown and what lies over it without a word; pages animate by them, so now and then.
  let later: ReturnType<typeof setTimeout> | undefined;
  const restyled = new MutationObserver(() => {
    later ??= setTimeout(() => {
      later = undefined;
      onMove();
    }, RESTYLE_PAUSE);
  });
  restyled.observe(document, {
    attributes: true,
    attributeFilter: ['class', 'style', 'open'],
    subtree: true,
  });
  const options = { signal, capture: true, passive: true } as const;
  window.addEventListener('resize', onMove, options);
  for (const type of ['transitionend', 'animationend', 'toggle', 'load', 'scrollend'] as const)
    document.addEventListener(type, onMove, options);
  document.addEventListener('scroll', (event) => event.target !== document && onMove(), options);
  document.fonts?.addEventListener('loadingdone', onMove, { signal });
  const shifts = new Map<Element, () => void>();
  signal.addEventListener('abort', () => {
    resized.disconnect();
    mutated.disconnect();
    restyled.disconnect();
    clearTimeout(later);
    for (const stop of shifts.values()) stop();
    shifts.clear();
  });
  return {
    observe(block) {
      resized.observe(block);
      shifts.get(block)?.();
      shifts.set(block, watchShift(block, onMove));
    },
    unobserve(block) {
      resized.unobserve(block);
      shifts.get(block)?.();
      shifts.delete(block);
    },
  };
}

/**
 * Tells when `block` leaves the place it has in the document now, whatever moved it: an observer whose root is
 * the document cropped to exactly that place. Document scrolling does not fire it.
 */
function watchShift(block: Element, onMove: () => void): () => void {
  const page = document.documentElement.getBoundingClientRect();
  const box = block.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return () => {};
  const margin = [box.top - page.top, page.right - box.right, page.bottom - box.bottom, box.left - page.left];
  const rootMargin = margin.map((m) => `${-Math.floor(m)}px`).join(' ');
  let observer: IntersectionObserver | undefined;
  const start = (threshold: number) => {
    let first = true;
    observer = new IntersectionObserver(
      ([entry]) => {
        const ratio = entry?.intersectionRatio ?? 0;
        if (!first) return onMove();
        first = false;
        // A block that sticks out of the document never reaches 1: watch for changes from what it has.
        if (threshold === 1 && ratio > 0 && ratio < 0.999) {
          observer?.disconnect();
          start(Math.max(0.001, ratio));
        }
      },
      { root: document.documentElement, rootMargin, threshold },
    );
    observer.observe(block);
  };
  start(1);
  return () => observer?.disconnect();
}
