/**
 * Which blocks are near the viewport: asked of the browser, which tells when one comes or goes. It looks at every block
 * it watches in every frame in which anything moves, so of many blocks only those are watched that scrolling can bring
 * near next; of the others it is known where in the document they stand.
 */
import { holdsNode, rootOf } from '../dom/flat';

/** How far outside the viewport blocks count as near. */
const MARGIN = '25% 0px';
/** So many blocks cost next to nothing. */
const FEW = 100;
/** In heights of the viewport: scrolling by so much makes us look where the others stand, ... */
const STRIDE = 0.5;
/** ... those closer than this are watched, and no longer when they are farther away than that. */
const CLOSE = 1;
const FAR = 2;
/** Milliseconds at least between two times that all are asked where they stand. */
const PERIOD = 250;

/** A block and what is known of its place; fields for this file alone. */
export interface Located {
  readonly block: Element;
  /** Its upper and lower edge in the document, in whole CSS pixels. */
  top: number;
  bottom: number;
  watched: boolean;
  near: boolean;
  /** Always watched: its place in the document tells nothing. */
  kept: boolean;
}

export interface Near {
  add(one: Located): void;
  remove(one: Located): void;
  /** The document has scrolled. */
  scrolled(): void;
  /** This box has: what is in it is watched from now on, as its place in the document tells nothing. */
  scrolledWithin(box: Node): void;
  /** Anything may have moved. */
  recheck(): void;
  /** Are all watched? Then nothing has to be asked for. */
  readonly tellsAll: boolean;
}

/** Tells of each of `all` when it comes near the viewport and when it leaves, until `signal` aborts. */
export function watchNear(
  all: ReadonlyMap<Element, Located>,
  onTurn: (block: Element, near: boolean) => void,
  onEnd: () => void,
  signal: AbortSignal,
): Near {
  let lookedAt = window.scrollY;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      const view = viewOf();
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const one = all.get(target);
        if (!one) continue;
        one.near = isIntersecting;
        one.top = Math.floor(box.top + view.top);
        one.bottom = Math.ceil(box.bottom + view.top);
        onTurn(target, isIntersecting);
        if (isFar(one, view)) unwatch(one);
      }
      onEnd();
    },
    { rootMargin: MARGIN },
  );
  const isFar = (one: Located, view: View): boolean =>
    !one.near && !one.kept && all.size > FEW && one.bottom > one.top && away(one, view) > FAR;
  const watch = (one: Located) => {
    one.watched = true;
    observer.observe(one.block);
  };
  const unwatch = (one: Located) => {
    one.watched = false;
    observer.unobserve(one.block);
  };
  const ask = () => {
    timer = undefined;
    asked = performance.now();
    for (const one of all.values()) if (!one.watched) watch(one);
  };
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    add(one) {
      // Scrolling in a shadow root is not told.
      one.kept = rootOf(one.block) !== document;
      watch(one);
    },
    remove: unwatch,
    scrolled() {
      const view = viewOf();
      if (Math.abs(view.top - lookedAt) < STRIDE * view.height) return;
      lookedAt = view.top;
      for (const one of all.values())
        if (!one.watched && away(one, view) < CLOSE) watch(one);
        else if (one.watched && isFar(one, view)) unwatch(one);
    },
    scrolledWithin(box) {
      for (const one of all.values())
        if (!one.kept && holdsNode(box, one.block)) {
          one.kept = true;
          if (!one.watched) watch(one);
        }
    },
    recheck() {
      timer ??= setTimeout(ask, Math.max(0, asked + PERIOD - performance.now()));
    },
    get tellsAll() {
      return [...all.values()].every(({ watched }) => watched);
    },
  };
}

/** What the window shows of the document, read once for all: its getters are dear. */
interface View {
  readonly top: number;
  readonly height: number;
}

const viewOf = (): View => ({ top: window.scrollY, height: window.innerHeight });

/** How far a block is from what is shown, in heights of that. */
const away = ({ top, bottom }: Located, view: View): number =>
  Math.max(top - view.top - view.height, view.top - bottom, 0) / view.height;
