/** Hears when text that is not rendered opens. */

/** Unrendered elements watched at a time. */
const MOST_HIDDEN = 2_000;

/** Tells when an unrendered element gets a size: tabs, "read more", `<details>`, however they open. */
export function watchOpening(onOpen: (element: Element) => void) {
  let count = 0;
  const seen = new WeakSet<Element>();
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (contentRect.width === 0 && contentRect.height === 0) continue;
      observer.unobserve(target);
      seen.delete(target);
      count--;
      onOpen(target);
    }
  });
  return {
    watch: (element: Element) => {
      if (count >= MOST_HIDDEN || seen.has(element)) return;
      seen.add(element);
      count++;
      observer.observe(element);
    },
    stop: () => observer.disconnect(),
  };
}
