/** How long a host may take: its own time counts, and not that of whoever stores what it sent. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Patience } from '../../../../lib/store/network/patience';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LIMITS = { first: 5_000, silence: 5_000, overall: 1_000 };
const after = <T>(ms: number, value: T) => new Promise<T>((done) => setTimeout(() => done(value), ms));

it('has an end in all, in which time between two waits does not count', async () => {
  const patience = new Patience('a.example', LIMITS, new AbortController().signal);
  const wait = async (ms: number) => {
    const waiting = patience.waitFor(after(ms, 'bytes'), 'silence');
    await vi.advanceTimersByTimeAsync(ms);
    return waiting;
  };
  await wait(600);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(patience.signal.aborted).toBe(false);
  await wait(300);
  expect(patience.signal.aborted).toBe(false);
  await wait(200);
  expect(String(patience.signal.reason)).toContain('took too long in all');
  expect(vi.getTimerCount()).toBe(0);
});
