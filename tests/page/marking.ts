/** Helpers for tests of what is drawn over a page: an overlay, marks on a claim, and how far off they are. */
import css from '../../entrypoints/marks/styles';
import { lineRects } from '../../lib/page/dom/ranges';
import type { Mark } from '../../lib/page/overlay/mark';
import { createOverlay, type Overlay } from '../../lib/page/overlay/overlay';
import { CLAIM } from '../support/claim';
import { blocksOf, page, painted, until } from './support';

export { CLAIM };

/** A mark on every block of the page that holds the claim. */
export function marks(): Mark[] {
  return blocksOf()
    .filter((b) => b.text.includes(CLAIM))
    .map((block, n) => ({
      key: `mark ${n}`,
      block,
      start: block.text.indexOf(CLAIM),
      end: block.text.indexOf(CLAIM) + CLAIM.length,
      style: 'tone=false stance=asserts loudness=badge',
      badge: () => Object.assign(document.createElement('button'), { className: 'badge' }),
      onHover: () => {},
    }));
}

export const hostElement = () => document.querySelector('factmark-overlay');

export interface Marking {
  readonly overlay: Overlay;
  /** Badges and underlines drawn now. */
  drawn(): HTMLElement[];
  lines(): HTMLElement[];
  /** Badges that a reader can see and click. */
  usable(): HTMLElement[];
  /** Replaces the page, marks it, and waits for `count` badges. */
  show(html: string, count?: number): Promise<Mark[]>;
  /** Worst distance in CSS pixels between underlines and the lines of text they belong to. */
  error(mark: Mark): number;
  /** Ends the overlay and puts the document back. */
  end(): void;
}

/** An overlay on this document. */
export function startMarking(): Marking {
  const controller = new AbortController();
  const overlay = createOverlay(css, controller.signal);
  const { root } = overlay.host();
  const drawn = () => [...root.querySelectorAll<HTMLElement>('.badge')];
  const lines = () => [...root.querySelectorAll<HTMLElement>('.underline')];
  return {
    overlay,
    drawn,
    lines,
    usable: () => drawn().filter(isUsable),
    async show(html, count = 1) {
      page(html);
      const all = marks();
      overlay.show(all);
      await until(() => drawn().length === count, `${count} badges (there are ${drawn().length})`);
      await painted();
      return all;
    },
    error: (mark) =>
      distance(
        lineRects(mark.block, mark.start, mark.end),
        lines().map((l) => l.getBoundingClientRect()),
      ),
    end() {
      controller.abort();
      document.documentElement.removeAttribute('style');
      document.body.removeAttribute('style');
      document.body.removeAttribute('class');
      document.adoptedStyleSheets = [];
      scrollTo(0, 0);
    },
  };
}

function distance(
  text: readonly { left: number; right: number; bottom: number }[],
  under: readonly DOMRect[],
) {
  if (under.length !== text.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...text.map((r, i) =>
      Math.max(
        Math.abs(r.left - (under[i]?.left ?? 0)),
        Math.abs(r.bottom - (under[i]?.bottom ?? 0)),
        Math.abs(r.right - (under[i]?.right ?? 0)),
      ),
    ),
  );
}

/** Would a pointer at its middle meet our badge? */
export function isUsable(badge: HTMLElement): boolean {
  const r = badge.getBoundingClientRect();
  const x = (r.left + r.right) / 2;
  const y = (r.top + r.bottom) / 2;
  let top = document.elementFromPoint(x, y);
  // The host may stand inside a shadow root of the page.
  for (;;) {
    const inner: Element | null = top?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inner || inner.getRootNode() !== top?.shadowRoot) break;
    top = inner;
  }
  return r.width > 0 && top?.localName === 'factmark-overlay';
}
