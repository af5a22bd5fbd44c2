/**
 * Which of some sentences the reader has before the eyes: of those in the window, the one nearest to the line where people
 * read. Nothing is changed on the page; blocks are watched by the browser, and only visible ones are measured.
 */
import { textRects } from '../dom/ranges';
import type { Block } from '../read/blocks';

/** A sentence in a block's text. */
export interface Passage {
  readonly key: string;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

export interface InView {
  /** Replaces the sentences; in reading order. */
  show(passages: readonly Passage[]): void;
  /** The reader asked to be taken to this one: it is the one in view until it is scrolled out of it. */
  prefer(key: string): void;
}

/** Where people read, from the top of the window, in parts of its height. */
const LINE = 0.4;
/** Milliseconds between two looks while the page is scrolled. */
const REST = 150;
/** Sentences measured in one look. */
const MOST = 40;

/** Tells `onTurn` the key of the sentence in view whenever it is another one. Ends with `signal`. */
export function watchInView(onTurn: (key: string | undefined) => void, signal: AbortSignal): InView {
  let passages: readonly Passage[] = [];
  let told: string | undefined;
  /** Where the reader asked to be taken; `seen`: it has come into view. */
  let preferred: { readonly key: string; seen: boolean } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watched = new Set<Element>();
  const visible = new Set<Element>();

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting && watched.has(target)) visible.add(target);
      else visible.delete(target);
    soon();
  });
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, REST);
  };
  const look = () => {
    const near = visible.size === 0 ? [] : passages.filter((p) => visible.has(p.block.container));
    const key = nearest(near.slice(0, MOST), preferred?.key);
    if (preferred && key === preferred.key) preferred.seen = true;
    else if (preferred?.seen) preferred = undefined;
    if (key === told) return;
    told = key;
    onTurn(key);
  };
  // Scrolling of boxes within the page does not bubble.
  document.addEventListener('scroll', () => visible.size > 0 && soon(), {
    signal,
    capture: true,
    passive: true,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  return {
    show(next) {
      if (signal.aborted) return;
      passages = next;
      const wanted = new Set(next.map((p) => p.block.container));
      for (const block of watched)
        if (!wanted.has(block)) {
          observer.unobserve(block);
          watched.delete(block);
          visible.delete(block);
        }
      for (const block of wanted)
        if (!watched.has(block)) {
          watched.add(block);
          observer.observe(block);
        }
      soon();
    },
    prefer(key) {
      preferred = { key, seen: false };
      soon();
    },
  };
}

/** The preferred one if any of it can be seen, else the one nearest to the line of reading. */
function nearest(passages: readonly Passage[], preferred: string | undefined): string | undefined {
  const { innerHeight } = window;
  const line = lineOfReading();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { key, block, start, end } of passages) {
    const rects = textRects(block, start, end);
    if (rects.length === 0) continue;
    const top = Math.min(...rects.map((r) => r.top));
    const bottom = Math.max(...rects.map((r) => r.bottom));
    if (bottom <= 0 || top >= innerHeight) continue;
    if (key === preferred) return key;
    const away = Math.max(top - line, line - bottom, 0);
    if (away < least) {
      least = away;
      best = key;
    }
  }
  return best;
}

/** Near the ends of a page nothing can be brought to the line, so it comes to meet what stands there. */
function lineOfReading(): number {
  const { scrollY, innerHeight } = window;
  const rest = document.documentElement.scrollHeight - innerHeight - scrollY;
  const line = Math.min(LINE * innerHeight, scrollY);
  return scrollY > 0 ? Math.max(line, innerHeight - rest) : 0;
}
