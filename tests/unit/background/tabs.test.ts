import { describe, expect, it, vi } from 'vitest';
import type { TabView } from '../../../lib/messages/calls';

const { answering, browser, frames, icon, match, read, session, TAB } = await vi.hoisted(
  () => import('./framed'),
);
vi.mock('../../../lib/browser', () => ({ browser }));

const { forgetTab, noteFrame, noteState, startFrame, viewOf } = await import(
  '../../../entrypoints/background/tabs'
);

const note = (frame: number, matches: number, words = 100) => noteFrame(TAB, frame, { words, matches });
const listed = (view: TabView | undefined) =>
  view?.kind === 'read' ? view.report.matches.map((m) => m.key) : view?.kind;

describe('the count on the icon', () => {
  it('is the sum of a tab’s frames, whatever order they report in', async () => {
    await Promise.all([note(5, 2), note(0, 1), note(9, 0)]);
    expect(icon.text).toBe('3');
    await note(5, 0, 0);
    expect(icon.text).toBe('1');
    await note(0, 0);
    expect(icon.text).toBe('');
    await note(0, 250);
    expect(icon.text).toBe('99+');
  });

  it('is shown again when it is told again: a background that was ended may have noted it only', async () => {
    await note(0, 3);
    await note(0, 0, 0);
    icon.text = '3';
    await note(0, 0, 0);
    expect(icon.text).toBe('');
  });

  it('is not kept of a tab that was closed, whose last word comes later', async () => {
    await note(0, 3);
    await forgetTab(TAB);
    await note(0, 0, 0);
    expect(session.size).toBe(0);
  });

  it('believes no frame more than it could hold', async () => {
    await note(1, Number.POSITIVE_INFINITY);
    await note(2, Number.NaN);
    await note(3, -5);
    await note(4, 'x' as never);
    expect(icon.text).toBe('99+');
    await note(1, 0);
    expect(icon.text).toBe('');
    for (let frame = 10; frame < 300; frame++) await note(frame, 1);
    expect(Object.keys((session.get(`tab:${TAB}`) as { frames: object }).frames)).toHaveLength(100);
  });

  it('loses frames of the page before when the next one starts', async () => {
    frames.set(5, answering(read('a')));
    await Promise.all([note(0, 3), note(4, 2), note(5, 1)]);
    await startFrame(TAB, 0);
    expect(icon.text).toBe('1');
    await startFrame(TAB, 5);
    expect(icon.text).toBe('');
  });

  it('says why a page is not read, and gives the tab its look back only where it changed', async () => {
    await startFrame(TAB, 0, 'site');
    expect([icon.title, icon.pictures]).toEqual(['Factmark is off on this site', ['/icon/off-16.png']]);
    await noteState(TAB, 'paused');
    await noteState(TAB, undefined);
    expect(icon.pictures).toEqual(['/icon/off-16.png', '/icon/paused-16.png', '/icon/16.png']);
    await note(0, 2);
    expect(icon.title).toBe('Factmark: 2 sentences match a check');
    await noteState(TAB, undefined);
    expect(icon.pictures).toHaveLength(3);
    // The browser gave the tab its common look when the next page came.
    await noteState(TAB, 'site');
    await startFrame(TAB, 0);
    expect([icon.title, icon.pictures.length]).toEqual(['Factmark', 4]);
  });

  it('tells of each page that starts, also where it holds the same', async () => {
    await startFrame(TAB, 0);
    const before = structuredClone(session.get(`tab:${TAB}`));
    await startFrame(TAB, 0);
    expect(session.get(`tab:${TAB}`)).not.toEqual(before);
  });

  it('goes with its tab', async () => {
    await note(0, 3);
    await forgetTab(TAB);
    expect(session.size).toBe(0);
  });
});

describe('the list of a tab', () => {
  it('has the page’s own matches first, then those of its frames, each with its frame', async () => {
    for (const [id, view] of [
      [12, read('c')],
      [0, read('a', 'b')],
      [4, read('a')],
    ] as const)
      frames.set(id, answering(view));
    await Promise.all([note(12, 1), note(4, 1), note(0, 2)]);
    const view = await viewOf(TAB);
    expect(listed(view)).toEqual(['0 a', '0 b', '4 a', '12 c']);
    expect(view).toMatchObject({
      report: { words: 300, matches: [{ frame: 0, mark: 'a' }, {}, { frame: 4, mark: 'a' }, {}] },
    });
  });

  it('forgets frames that do not answer, and the tab where nobody does', async () => {
    await Promise.all([note(0, 1), note(4, 1)]);
    expect(await viewOf(TAB)).toBeUndefined();
    frames.set(0, answering(read('a')));
    expect(listed(await viewOf(TAB))).toEqual(['0 a']);
    expect(icon.text).toBe('1');
  });

  it('waits for no frame that hangs', async () => {
    frames.set(0, answering(read('a')));
    frames.set(4, () => new Promise(() => {}));
    await Promise.all([note(0, 1), note(4, 1)]);
    expect(listed(await viewOf(TAB))).toEqual(['0 a']);
  });

  it('keeps what a busy frame has told, and forgets one that never answers', async () => {
    vi.useFakeTimers();
    try {
      frames.set(0, answering(read('a')));
      frames.set(4, () => new Promise((done) => setTimeout(done, 5_000, read('b'))));
      frames.set(5, () => new Promise(() => {}));
      await Promise.all([note(0, 1), note(4, 1), note(5, 1)]);
      // The page itself starts once more: its frames were quicker.
      const started = startFrame(TAB, 0);
      await vi.advanceTimersByTimeAsync(2_000);
      await started;
      expect(icon.text).toBe('2');
      await vi.advanceTimersByTimeAsync(40_000);
      expect(icon.text).toBe('1');
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits for slow frames while one answers after the other, five seconds at most', async () => {
    vi.useFakeTimers();
    const slowly = (ms: number, view: TabView) => () =>
      new Promise<TabView>((done) => setTimeout(done, ms, view));
    try {
      frames.set(0, slowly(2_000, read('a')));
      for (const [frame, ms] of [2_900, 3_800, 4_700, 5_600, 6_500, 7_400].entries())
        frames.set(frame + 1, slowly(ms, read(`f${frame + 1}`)));
      // It hangs; the others are not kept waiting for it.
      frames.set(7, () => new Promise(() => {}));
      for (let frame = 0; frame <= 7; frame++) await note(frame, 1);
      const whole = viewOf(TAB);
      await vi.advanceTimersByTimeAsync(7_100);
      expect(listed(await whole)).toEqual(['0 a', '1 f1', '2 f2', '3 f3', '4 f4', '5 f5']);
      frames.set(0, answering(read('a')));
      for (let frame = 1; frame <= 6; frame++) frames.set(frame, slowly(10 * frame, read(`f${frame}`)));
      const quick = viewOf(TAB);
      await vi.advanceTimersByTimeAsync(1_100);
      expect(listed(await quick)).toHaveLength(7);
    } finally {
      vi.useRealTimers();
    }
  });

  it('leaves out what our content script would not have written', async () => {
    const long = 'x'.repeat(10_001);
    const report = { words: 9, matches: [match(long), match('a', long), match('b'), match(7 as never)] };
    frames.set(0, answering({ kind: 'read', host: 'example.org', report }));
    expect(listed(await viewOf(TAB))).toEqual(['0 b']);
  });

  it('lists no more of all frames together than of one', async () => {
    const many = read(...Array.from({ length: 1_500 }, (_, n) => `m${n}`));
    frames.set(0, answering(many));
    frames.set(4, answering(many));
    await note(4, 1_500);
    const keys = listed(await viewOf(TAB));
    expect([keys?.length, keys?.[1_999], keys?.at(-1)]).toEqual([2_000, '4 m499', '4 m499']);
  });

  it.each(['site', 'paused', 'topics'] as const)('is the page’s own “%s” where it is off', async (why) => {
    frames.set(0, answering({ kind: 'off', host: 'example.org', why }));
    frames.set(4, answering(read('a')));
    await note(4, 1);
    expect(await viewOf(TAB)).toMatchObject({ kind: 'off', why });
  });

  it('is that of the frames where only the page itself asked not to be read', async () => {
    frames.set(0, answering({ kind: 'off', host: 'example.org', why: 'publisher' }));
    expect(await viewOf(TAB)).toMatchObject({ kind: 'off', why: 'publisher' });
    frames.set(4, answering(read('a')));
    await note(4, 1);
    expect(listed(await viewOf(TAB))).toEqual(['4 a']);
  });
});
