/** How the page moves just now, and what may be done in a frame because of it. */

/** Scrolling by more pixels a frame than this nobody reads. */
const FAST = 60;
/** Then new groups are drawn, and old ones taken away, in every so many frames. */
const EVERY = 4;
/** Milliseconds of a frame for looking at groups, then and otherwise; the rest waits for the next frame. */
const LEAST = 1;
const MOST = 3;
/** So many milliseconds after it scrolled a page is at rest. */
const REST = 90;
/** So long after a block moved without telling it is not yet expected to stay where it is. */
const RESTLESS = 200;

/** What is known of one frame. */
export interface Pace {
  /** Has the document scrolled since the last one? */
  readonly scrolled: boolean;
  /** So fast that nobody reads? Then little is asked of the page. */
  readonly fast: boolean;
  /** Is nothing new to be drawn? Whatever is written makes the page lay out and paint. */
  readonly busy: boolean;
  /** Do blocks move, so that they are looked at in every frame? */
  readonly restless: boolean;
  /** Does the page stand still? */
  readonly atRest: boolean;
  /** By `performance.now()`, when to stop looking at groups. */
  readonly end: number;
}

export interface Pacer {
  /** The document has scrolled. */
  scrolled(): void;
  /** Some block has moved. */
  moved(): void;
  /** Is it being scrolled fast? */
  readonly fast: boolean;
  /** A frame begins. */
  next(): Pace;
}

/** Knows nothing of the page but what it is told, and where it is scrolled to. */
export function createPacer(): Pacer {
  let scrolled = false;
  let speed = 0;
  let scrolledAt = Number.NEGATIVE_INFINITY;
  let scrolledTo = window.scrollY;
  let restlessUntil = 0;
  let fastFrames = 0;
  return {
    scrolled() {
      const y = window.scrollY;
      speed = Math.abs(y - scrolledTo);
      scrolledTo = y;
      scrolledAt = performance.now();
      scrolled = true;
    },
    moved() {
      restlessUntil = performance.now() + RESTLESS;
    },
    get fast() {
      return speed > FAST;
    },
    next() {
      if (!scrolled) speed = 0;
      const now = performance.now();
      const fast = speed > FAST;
      const restless = now < restlessUntil;
      const pace: Pace = {
        scrolled,
        fast,
        busy: fast && ++fastFrames % EVERY !== 0,
        restless,
        atRest: !restless && !scrolled && now - scrolledAt > REST,
        end: now + (fast ? LEAST : MOST),
      };
      scrolled = false;
      return pace;
    },
  };
}
