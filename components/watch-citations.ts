/** Tells which citation a reader wants to know more about: by pointer, keyboard or finger (WCAG 1.4.13). */

const OPEN_AFTER = 180;
const CLOSE_AFTER = 280;

/**
 * Watches links with `data-source` in `root` and the `box` that shows what is behind them. Calls `show` with the
 * citation to show, or undefined to close. Answers with what ends it.
 */
export function watchCitations(
  root: HTMLElement,
  box: HTMLElement,
  show: (cite: HTMLElement | undefined) => void,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let shown: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const citeOf = (target: EventTarget | null) =>
    (target instanceof Element && target.closest<HTMLElement>('a[data-source]')) || undefined;
  const set = (cite: HTMLElement | undefined) => {
    clearTimeout(timer);
    if (cite === shown) return;
    shown = cite;
    show(cite);
  };
  const soon = (cite: HTMLElement | undefined, wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => set(cite), wait);
  };
  const listen = <K extends keyof HTMLElementEventMap>(
    on: HTMLElement,
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    capture = false,
  ) => on.addEventListener(type, listener, { signal, capture });

  listen(root, 'pointerover', ({ target, pointerType }) => {
    const cite = citeOf(target);
    if (!cite || pointerType === 'touch') return;
    if (cite === shown) clearTimeout(timer);
    else soon(cite, OPEN_AFTER);
  });
  listen(root, 'pointerout', ({ target, pointerType }) => {
    const cite = citeOf(target);
    // What the keyboard opened stays until the keyboard goes on.
    if (cite && pointerType !== 'touch' && document.activeElement !== cite) soon(undefined, CLOSE_AFTER);
  });
  listen(box, 'pointerenter', () => clearTimeout(timer));
  listen(box, 'pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch' && document.activeElement !== shown) soon(undefined, CLOSE_AFTER);
  });
  listen(root, 'focusin', ({ target }) => {
    const cite = citeOf(target);
    // A pointer that presses brings the focus too; what it does is decided by its click.
    if (cite?.matches(':focus-visible')) set(cite);
  });
  listen(root, 'focusout', ({ target, relatedTarget }) => {
    if (citeOf(target) && !(relatedTarget instanceof Node && box.contains(relatedTarget))) set(undefined);
  });
  listen(
    root,
    'click',
    (event) => {
      const cite = citeOf(event.target);
      if (!cite) return;
      // A finger has no hover: its first tap shows what is behind, its second goes there.
      const isFirstTap = (event as PointerEvent).pointerType === 'touch' && shown !== cite;
      if (isFirstTap) {
        event.preventDefault();
        event.stopPropagation();
      }
      set(isFirstTap ? cite : undefined);
    },
    true,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !shown) return;
      // It is what this Escape is for: what holds the document stays.
      event.preventDefault();
      event.stopPropagation();
      set(undefined);
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (shown && !citeOf(target) && !(target instanceof Node && box.contains(target))) set(undefined);
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'scroll',
    () => {
      const box = shown?.getBoundingClientRect();
      if (box && (box.bottom < 0 || box.top > innerHeight)) set(undefined);
    },
    { signal, capture: true, passive: true },
  );
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}
