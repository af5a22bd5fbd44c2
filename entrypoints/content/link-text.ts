/** The words of the link under the last context menu, for “Look this up”. They go to our background and nowhere else. */
import { doc, textContent } from '../../lib/page/dom/safe';

/** Characters that are looked up. */
const LONGEST = 1_000;

/** Answers with the words of the link that a context menu was last opened on, if it leads to `href`. Ends with `signal`. */
export function followLinks(signal: AbortSignal): (href: string) => string {
  let last: WeakRef<Element> | undefined;
  doc.addEventListener(
    'contextmenu',
    (event) => {
      const link = event.composedPath().find((at) => at instanceof HTMLAnchorElement);
      last = link instanceof Element ? new WeakRef(link) : undefined;
    },
    { signal, capture: true, passive: true },
  );
  return (href) => {
    const link = last?.deref();
    if (!(link instanceof HTMLAnchorElement) || link.href !== href) return '';
    return textContent(link).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  };
}
