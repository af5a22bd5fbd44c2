/** Of a page with more frames than are remembered, no more are read. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const { session, browser } = vi.hoisted(() => {
  const session = new Map<string, unknown>();
  const browser = {
    storage: {
      session: {
        get: async (name: string) => (session.has(name) ? { [name]: session.get(name) } : {}),
        set: async (items: object) => {
          for (const [name, value] of Object.entries(items)) session.set(name, value);
        },
        remove: async (name: string) => session.delete(name),
      },
    },
    action: new Proxy({}, { get: () => async () => {} }),
    runtime: { getURL: (path: string) => path },
    i18n: { getMessage: (key: string) => key },
  };
  return { session, browser };
});
vi.mock('../../../lib/browser', () => ({ browser }));

const { heardOf, letAllOut, letIn } = await import('../../../entrypoints/background/crowd');
const { MOST_FRAMES, noteFrame } = await import('../../../entrypoints/background/tabs');

const TAB = 7;
/** How many of frames `from` to `to` may be read, asked all at once. */
const askAll = async (from: number, to: number) => {
  const answers = await Promise.all(Array.from({ length: to - from }, (_, n) => letIn(TAB, from + n)));
  return answers.filter((answer) => answer).length;
};

beforeEach(() => {
  vi.useFakeTimers();
  session.clear();
  letAllOut(TAB);
});
afterEach(() => vi.useRealTimers());

describe('frames of a page', () => {
  it('are read up to as many as are remembered, and the page itself always', async () => {
    expect(await askAll(1, 1_000)).toBe(MOST_FRAMES - 1);
    expect(await letIn(TAB, 0)).toBe(true);
    // Another tab has its own.
    expect(await letIn(TAB + 1, 5)).toBe(true);
  });

  it('that were let in may ask again', async () => {
    await askAll(1, 1_000);
    expect([await letIn(TAB, 1), await letIn(TAB, 500)]).toEqual([true, false]);
  });

  it('that have gone, or never told that they were read, make room', async () => {
    await askAll(1, 1_000);
    for (let id = 1; id <= 10; id++) await noteFrame(TAB, id, { words: 8, matches: 1 });
    vi.advanceTimersByTime(61_000);
    expect(await askAll(1_000, 2_000)).toBe(MOST_FRAMES - 1 - 10);
    vi.advanceTimersByTime(61_000);
    for (let id = 1; id <= 10; id++) await noteFrame(TAB, id, { words: 0, matches: 0 });
    expect(await askAll(2_000, 3_000)).toBe(MOST_FRAMES - 1);
  });

  it('that told and went make room at once, as in a feed of many', async () => {
    for (let id = 1; id <= 500; id++) {
      expect(await letIn(TAB, id)).toBe(true);
      for (const words of [8, 0]) {
        await noteFrame(TAB, id, { words, matches: 0 });
        heardOf(TAB, id, { words, gone: words === 0 });
      }
    }
  });

  it('that have no words yet keep their place, or a page of empty ones would have no limit', async () => {
    for (let id = 1; id < MOST_FRAMES; id++) {
      expect(await letIn(TAB, id)).toBe(true);
      await noteFrame(TAB, id, { words: 0, matches: 0 });
      heardOf(TAB, id, { words: 0 });
    }
    vi.advanceTimersByTime(500_000);
    expect(await letIn(TAB, 500)).toBe(false);
    heardOf(TAB, 1, { words: 0, gone: true });
    expect(await letIn(TAB, 500)).toBe(true);
  });

  it('that were asked anew and go make room, as after a change of the settings', async () => {
    await askAll(1, 1_000);
    await askAll(1, 1_000);
    for (let id = 1; id < MOST_FRAMES; id++) heardOf(TAB, id, { words: 0, gone: true });
    expect(await askAll(1_000, 2_000)).toBe(MOST_FRAMES - 1);
  });

  it('of the page before do not count', async () => {
    await askAll(1, 1_000);
    letAllOut(TAB);
    expect(await askAll(1_000, 1_010)).toBe(10);
  });
});
