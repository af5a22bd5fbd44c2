/** The keyboard's way through the badges of a tab, from frame to frame. */
import { describe, expect, it, vi } from 'vitest';

const { browser, frames, read, TAB } = await vi.hoisted(() => import('./framed'));
vi.mock('../../../lib/browser', () => ({ browser }));

const { noteFrame, stepIn } = await import('../../../entrypoints/background/tabs');

const note = (frame: number, matches: number) => noteFrame(TAB, frame, { words: 100, matches });

describe('the keyboard', () => {
  /** Frames with so many badges each; answers with the way the focus went. */
  const walk = async (sizes: Record<number, number>) => {
    let at: [frame: number, badge: number] | undefined;
    for (const [id, size] of Object.entries(sizes).map(([k, n]) => [Number(k), n] as const)) {
      let last: number | undefined;
      frames.set(id, (call, query) => {
        if (call !== 'step') return read();
        const { forward, enter } = query as { forward: boolean; enter: boolean };
        const from = enter || last === undefined ? (forward ? -1 : size) : last;
        const next = from + (forward ? 1 : -1);
        if (next < 0 || next >= size) return false;
        last = next;
        at = [id, next];
        return true;
      });
      await note(id, size);
    }
    return async (forward: boolean) => {
      await stepIn(TAB, forward);
      return at?.join('.');
    };
  };

  it('goes through all frames that have badges, and around, both ways', async () => {
    const step = await walk({ 0: 2, 3: 0, 8: 1 });
    const forth = [];
    for (let n = 0; n < 5; n++) forth.push(await step(true));
    expect(forth).toEqual(['0.0', '0.1', '8.0', '0.0', '0.1']);
    const back = [];
    for (let n = 0; n < 4; n++) back.push(await step(false));
    expect(back).toEqual(['0.0', '8.0', '0.1', '0.0']);
  });

  it('goes around in a page of one frame, on where one is gone, nowhere where there is none', async () => {
    const step = await walk({ 0: 2 });
    expect([await step(true), await step(true), await step(true)]).toEqual(['0.0', '0.1', '0.0']);
    const other = await walk({ 0: 1, 4: 1 });
    expect([await other(true), await other(true)]).toEqual(['0.0', '4.0']);
    frames.delete(4);
    expect(await other(true)).toBe('0.0');
    await note(0, 0);
    await note(4, 0);
    await stepIn(TAB, true);
  });
});
