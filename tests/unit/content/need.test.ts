/** The script that draws is asked for from a background that may be ended before it has answered. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createNeed } from '../../../entrypoints/content/need';
import { type Painter, type PainterWorld, world } from '../../../entrypoints/content/world';

let deaf = 0;
let asked = 0;
const painter = {} as Painter;

vi.mock('../../../lib/messages/client', () => ({
  page: {
    needMarks: async () => {
      asked++;
      if (deaf-- > 0) throw new Error('the port closed before an answer was there');
      world.startPainter = () => painter;
    },
  },
}));
vi.mock('../../../lib/page/time/lifecycle', () => ({ pause: async () => {} }));

const failed = vi.fn();
const from: PainterWorld = { published: () => undefined, isSite: true, onFailure: failed } as never;

beforeEach(() => {
  asked = 0;
  deaf = 0;
  failed.mockClear();
  Reflect.deleteProperty(world, 'startPainter');
});

describe('what draws', () => {
  it('is asked for again, though nothing on the page changes, until a background answers', async () => {
    deaf = 2;
    const { need } = createNeed(from, new AbortController().signal);
    const both = await Promise.all([need(), need()]);
    expect([both, asked, failed.mock.calls.length]).toEqual([[painter, painter], 3, 2]);
  });

  it('is not asked for for ever where the browser keeps it out', async () => {
    deaf = Number.POSITIVE_INFINITY;
    const { need } = createNeed(from, new AbortController().signal);
    expect([await need(), await need(), asked]).toEqual([undefined, undefined, 3]);
  });

  it('is asked for no more once the session has ended', async () => {
    deaf = Number.POSITIVE_INFINITY;
    const life = new AbortController();
    failed.mockImplementation(() => life.abort());
    expect([await createNeed(from, life.signal).need(), asked]).toEqual([undefined, 1]);
  });
});
