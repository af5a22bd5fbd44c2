/** Frames too small to hold a story (advertisements, counters, what is not rendered at all) are left alone. */

import { doc } from '../../lib/page/dom/safe';

/** Frames smaller than this, in CSS pixels, are not read. */
const LEAST = { width: 200, height: 80 };

function isLarge(): boolean {
  try {
    return (
      window.parent === window || (window.innerWidth >= LEAST.width && window.innerHeight >= LEAST.height)
    );
  } catch {
    // Firefox throws (NS_ERROR_UNEXPECTED) where another document has taken the place of this one in the meantime.
    return false;
  }
}

/** Resolves when this document, if it is in a frame, has room for text, or when `signal` aborts. Never rejects. */
export function whenLargeEnough(signal: AbortSignal): Promise<void> {
  if (isLarge()) return Promise.resolve();
  return new Promise((resolve) => {
    const over = new AbortController();
    const look = () => {
      if (!signal.aborted && !isLarge()) return;
      over.abort();
      resolve();
    };
    signal.addEventListener('abort', look, { signal: over.signal });
    window.addEventListener('resize', look, { signal: over.signal });
    // A frame that was not rendered gets its size without an event.
    const sizes = new ResizeObserver(look);
    sizes.observe(doc.documentElement);
    over.signal.addEventListener('abort', () => sizes.disconnect());
  });
}
