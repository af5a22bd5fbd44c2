/** How much a page that changes without end may cost: waits for one container, and a share of the time for all of them. */

/** Readings of one container that follow each other at once. */
const FREE = 8;
/** Milliseconds to wait before the first reading past that; doubled each time. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 10_000;
/** A container that kept still for so long is read at once; after twice the last wait all is forgiven. */
const QUIET = 1_000;

/** What is known of a container that changed: readings so far, when it last changed, when it may be read again. */
interface Turn {
  times: number;
  changed: number;
  next: number;
}

/**
 * Patience with single containers. `ask` is called whenever one has changed and answers with the milliseconds it
 * should wait: 0 means it is read now. A container asked about again before its time is over waits anew, at least
 * until it kept still for a moment, at most until its doubled wait is over. Holds nothing that left the page.
 */
export function createPatience(clock: () => number = () => performance.now()) {
  const turns = new WeakMap<Element, Turn>();
  return {
    ask(container: Element): number {
      const now = clock();
      const turn = turns.get(container);
      if (!turn) {
        turns.set(container, { times: 1, changed: now, next: now });
        return 0;
      }
      const wait = waitAfter(turn.times);
      const still = now - turn.changed;
      turn.changed = now;
      if (still > QUIET + 2 * wait) turn.times = 0;
      else if (now < turn.next && still < QUIET) return Math.min(turn.next - now, QUIET);
      turn.times++;
      turn.next = now + waitAfter(turn.times);
      return 0;
    },
  };
}

const waitAfter = (times: number) =>
  times < FREE ? 0 : Math.min(FIRST_WAIT * 2 ** (times - FREE), LONGEST_WAIT);

/**
 * An allowance: `saved` to begin with and at most, refilled by `perMs` a millisecond; it can go into debt by as much
 * again, no deeper. `spend` what was used, `wait` before the next use.
 */
export function createAllowance(saved: number, perMs: number, clock: () => number = () => performance.now()) {
  let left = saved;
  let last = clock();
  const refill = () => {
    const now = clock();
    left = Math.min(saved, left + (now - last) * perMs);
    last = now;
  };
  return {
    spend(amount: number): void {
      refill();
      left = Math.max(-saved, left - amount);
    },
    /** Milliseconds until nothing is owed. */
    wait(): number {
      refill();
      return left >= 0 ? 0 : Math.ceil(-left / perMs);
    },
  };
}
