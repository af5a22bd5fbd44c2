/** What a page that changes without end may cost, by a clock of our own. */
import { describe, expect, it } from 'vitest';
import { createAllowance, createPatience } from '../../lib/page/watch/budget';

/** Asks for `container` each `step` ms for `changes` changes; answers with how many were read at once or when due. */
function readings(
  step: number,
  changes: number,
  from = { now: 0 },
  patience = createPatience(() => from.now),
) {
  const container = {} as Element;
  let due = Number.POSITIVE_INFINITY;
  let reads = 0;
  for (let n = 0; n < changes; n++) {
    const wait = patience.ask(container);
    if (wait === 0) reads++;
    due = wait === 0 ? Number.POSITIVE_INFINITY : from.now + wait;
    from.now += step;
    if (from.now < due) continue;
    expect(patience.ask(container)).toBe(0);
    reads++;
    due = Number.POSITIVE_INFINITY;
  }
  return reads;
}

describe('patience', () => {
  it('reads a container that changes now and then each time', () => expect(readings(20_000, 50)).toBe(50));

  it('reads one that changes 1,000 times, ten times a second, a few times only', () => {
    const reads = readings(100, 1_000);
    expect(reads).toBeGreaterThan(8);
    expect(reads).toBeLessThan(30);
  });

  it('never makes a change wait more than a second once the container keeps still', () => {
    const clock = { now: 0 };
    const patience = createPatience(() => clock.now);
    const container = {} as Element;
    for (let n = 0; n < 500; n++) {
      expect(patience.ask(container)).toBeLessThanOrEqual(1_000);
      clock.now += 50;
    }
  });

  it('forgives after quiet', () => {
    const clock = { now: 0 };
    const patience = createPatience(() => clock.now);
    const container = {} as Element;
    for (let n = 0; n < 500; n++, clock.now += 50) patience.ask(container);
    clock.now += 60_000;
    expect(Array.from({ length: 8 }, () => patience.ask(container))).toEqual(new Array(8).fill(0));
  });
});

describe('an allowance', () => {
  it('lets a burst through, then only the share', () => {
    let now = 0;
    const allowance = createAllowance(400, 0.03, () => now);
    let spent = 0;
    while (now < 100_000) {
      const wait = allowance.wait();
      now += wait;
      if (wait > 0) continue;
      allowance.spend(4);
      spent += 4;
      now += 4;
    }
    expect(spent / now).toBeLessThan(0.05);
    expect(spent).toBeGreaterThan(0.025 * now);
  });
});
