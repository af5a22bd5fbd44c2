/** Hears when text that is not rendered opens: tabs, "read more", `<details>`, however the page does it. */
import { isConnected } from '../dom/flat';
import { localName } from '../dom/safe';

/** Elements watched at a time. Inline ones need a dearer observer: a ResizeObserver sees only boxes. */
const MOST_BLOCKS = 2_000;
const MOST_INLINE = 200;
const INLINE = new Set('span a b i em strong small mark q u s abbr cite time font'.split(' '));

/** Calls `onOpen` once for each watched element when it gets a size. */
export function watchOpening(onOpen: (element: Element) => void) {
  const blocks = new Set<Element>();
  const inlines = new Set<Element>();
  const opened = (element: Element) => {
    forget(element);
    onOpen(element);
  };
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries)
      if (contentRect.width > 0 || contentRect.height > 0) opened(target);
  });
  const boxes = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) opened(target);
    },
    { rootMargin: '1000000px' },
  );
  const forget = (element: Element) => {
    if (blocks.delete(element)) sizes.unobserve(element);
    if (inlines.delete(element)) boxes.unobserve(element);
  };
  const prune = () => {
    for (const set of [blocks, inlines])
      for (const element of set) if (!isConnected(element)) forget(element);
  };
  return {
    watch: (element: Element) => {
      const tag = localName(element);
      const inline = INLINE.has(tag) || tag.includes('-');
      const set = inline ? inlines : blocks;
      const most = inline ? MOST_INLINE : MOST_BLOCKS;
      if (set.has(element)) return;
      if (set.size >= most) prune();
      if (set.size >= most) return;
      set.add(element);
      if (inline) boxes.observe(element);
      else sizes.observe(element);
    },
    /** Lets go of elements that left the page. */
    prune,
    /** Elements watched now. */
    size: (): number => blocks.size + inlines.size,
    stop: () => {
      sizes.disconnect();
      boxes.disconnect();
      blocks.clear();
      inlines.clear();
    },
  };
}
