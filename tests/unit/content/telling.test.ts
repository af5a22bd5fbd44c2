/** How much a frame holds, told to a background that may be ended before it has heard. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTelling } from '../../../entrypoints/content/telling';

const heard: { words: number; matches: number }[] = [];
let deaf = 0;
let during: () => unknown = () => {};
let rest: () => Promise<void>;

vi.mock('../../../lib/messages/client', () => ({
  page: {
    report: async (report: { words: number; matches: number }) => {
      if (deaf-- > 0) throw new Error('the port closed before an answer was there');
      heard.push(report);
      await during();
    },
  },
}));
vi.mock('../../../lib/page/time/lifecycle', () => ({ pause: () => rest() }));

const report = (matches: number) => ({ words: 9, matches });
const settled = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
  heard.length = 0;
  deaf = 0;
  during = () => {};
  rest = async () => {};
});

describe('what a frame holds', () => {
  it('is said again until it is heard, and then no more', async () => {
    deaf = 3;
    const failed = vi.fn();
    createTelling(failed, new AbortController().signal)(report(2));
    await settled();
    expect([heard, failed.mock.calls.length]).toEqual([[report(2)], 3]);
  });

  it('is the last that was told, whatever was to be told before', async () => {
    deaf = 1;
    const tell = createTelling(() => {}, new AbortController().signal);
    tell(report(2));
    tell(report(0));
    await settled();
    expect(heard).toEqual([report(0)]);
  });

  it('is told anew if it changed while it was told', async () => {
    const tell = createTelling(() => {}, new AbortController().signal);
    during = () => {
      during = () => {};
      tell(report(5));
    };
    tell(report(4));
    await settled();
    expect(heard).toEqual([report(4), report(5)]);
  });

  it('is told though nobody answers what was told before: the page was put away meanwhile', async () => {
    const tell = createTelling(() => {}, new AbortController().signal);
    during = () => new Promise(() => {});
    tell(report(0));
    await settled();
    tell(report(1));
    await settled();
    expect(heard).toEqual([report(0), report(1)]);
  });

  it('is told once while nobody answers, however often it changes; then as it is', async () => {
    let answer = () => {};
    during = () =>
      new Promise<void>((done) => {
        answer = done;
      });
    rest = () => new Promise(() => {});
    const tell = createTelling(() => {}, new AbortController().signal);
    for (let n = 1; n <= 50; n++) {
      tell(report(n));
      await settled();
    }
    expect(heard).toEqual([report(1)]);
    answer();
    await settled();
    expect(heard).toEqual([report(1), report(50)]);
    // A last word waits for no answer, and what a page tells that came back waits for none to that.
    tell({ words: 0, matches: 0 });
    tell(report(3));
    await settled();
    expect(heard.slice(2)).toEqual([{ words: 0, matches: 0 }, report(3)]);
  });

  it('is given up in the end, and with the script', async () => {
    deaf = 1_000;
    const failed = vi.fn();
    createTelling(failed, new AbortController().signal)(report(1));
    await settled();
    expect(failed.mock.calls.length).toBe(10);
    const life = new AbortController();
    createTelling(() => life.abort(), life.signal)(report(1));
    await settled();
    deaf = 0;
    await settled();
    expect(heard).toEqual([]);
  });
});
