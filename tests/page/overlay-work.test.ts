/** What the overlay does and what it leaves undone: only what is near is drawn, and nothing is written when nothing moved. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Overlay } from '../../lib/page/overlay/overlay';
import { CLAIM, type Marking, marks, startMarking } from './marking';
import { page, painted, until } from './support';

let marking: Marking;
let overlay: Overlay;
beforeEach(() => {
  marking = startMarking();
  overlay = marking.overlay;
});
afterEach(() => marking.end());

const drawn = () => marking.drawn();
const show: Marking['show'] = (html, count) => marking.show(html, count);

describe('work', () => {
  it('draws only what is near the viewport', async () => {
    page(`<p>${CLAIM}</p><div style="height:5000px"></div><p>${CLAIM}</p>`);
    overlay.show(marks());
    await until(() => drawn().length === 1, 'the first badge');
    scrollTo(0, 5000);
    await until(
      () => drawn().length === 1 && (drawn()[0]?.getBoundingClientRect().top ?? -1) > 0,
      'the second badge',
    );
  });

  it('leaves a badge that has the focus where it is until the focus goes on', async () => {
    page(`<p>${CLAIM}</p><div style="height:5000px"></div><p>${CLAIM}</p>`);
    const all = marks();
    overlay.show(all);
    await until(() => drawn().length === 1, 'the first badge');
    const { root } = overlay.host();
    expect(overlay.focus('mark 1')).toBe(true);
    const badge = root.activeElement;
    expect(badge).not.toBeNull();
    scrollTo({ top: 0, behavior: 'instant' });
    await until(() => drawn().length === 2, 'the first badge again');
    for (let n = 0; n < 20; n++) await painted();
    expect([root.activeElement === badge, drawn().length]).toEqual([true, 2]);
    drawn()
      .find((other) => other !== badge)
      ?.focus();
    await until(() => drawn().length === 1, 'the first badge alone');
  });

  it.each<[string, () => void]>([
    ['with all marks', () => overlay.show([])],
    ['with its block', () => overlay.show(marks().slice(0, 1))],
    [
      'with its place, when its text is hidden',
      () =>
        void (document.querySelector('p:last-of-type') as HTMLElement).style.setProperty('display', 'none'),
    ],
    ['with the overlay', () => marking.end()],
  ])('a badge that has the focus, out of sight, goes without an error: %s', async (_, take) => {
    page(`<p>${CLAIM}</p><div style="height:5000px"></div><p>${CLAIM}</p>`);
    overlay.show(marks());
    await until(() => drawn().length === 1, 'the first badge');
    const errors: unknown[] = [];
    const onError = ({ error }: ErrorEvent) => errors.push(error);
    addEventListener('error', onError);
    expect(overlay.focus('mark 1')).toBe(true);
    const badge = overlay.host().root.activeElement as HTMLElement;
    scrollTo({ top: 0, behavior: 'instant' });
    await until(() => drawn().length === 2, 'the first badge again');
    expect(take).not.toThrow();
    await until(() => !badge.isConnected, 'the badge gone');
    await painted();
    removeEventListener('error', onError);
    expect(errors).toEqual([]);
  });

  it('writes nothing when nothing moved', async () => {
    await show(`<p id="x">${CLAIM}</p>`);
    const writes = vi.fn();
    const observer = new MutationObserver(writes);
    observer.observe(overlay.host().root, { subtree: true, childList: true, attributes: true });
    dispatchEvent(new Event('resize'));
    await painted();
    expect(writes).not.toHaveBeenCalled();
    observer.disconnect();
  });

  it('keeps the badge element when the same marks are shown again', async () => {
    const all = await show(`<p>${CLAIM}</p>`);
    const [before] = drawn();
    overlay.show(all);
    await painted();
    expect(drawn()[0]).toBe(before);
  });
});
