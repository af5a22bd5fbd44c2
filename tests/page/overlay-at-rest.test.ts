/** Marks that are all out of sight cost the page nothing: no frame is asked for, and nobody asks what lies on top. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CLAIM, type Marking, marks, startMarking } from './marking';
import { page, painted, until } from './support';

let marking: Marking;
beforeEach(() => {
  marking = startMarking();
});
afterEach(() => {
  vi.restoreAllMocks();
  marking.end();
});

/** Longer than between two looks that nothing gives cause for. */
const SOME_LOOKS = 5_000;

it('nothing is asked of a page while all its marks are out of sight, and they are drawn when they come', async () => {
  page(`<div class="gap" style="height:6000px"></div><p>They say: ${CLAIM} So they say.</p>`);
  marking.overlay.show(marks());
  for (let n = 0; n < 30; n++) await painted();
  // As for print: the host is on the page all the same.
  expect(document.querySelectorAll('factmark-overlay')).toHaveLength(1);
  await new Promise((r) => setTimeout(r, SOME_LOOKS));
  const frames = vi.spyOn(window, 'requestAnimationFrame');
  const hits = vi.spyOn(Document.prototype, 'elementFromPoint');
  await new Promise((r) => setTimeout(r, SOME_LOOKS));
  expect([frames.mock.calls.length, hits.mock.calls.length]).toEqual([0, 0]);
  vi.restoreAllMocks();
  (document.querySelector('.gap') as HTMLElement).style.height = '40px';
  await until(() => marking.usable().length === 1, 'a badge on what has come up');
});
