/** A page with more marked blocks than are watched at once: each is drawn when it comes into view, however it comes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM, type Marking, marks, startMarking } from './marking';
import { page, painted, untilKept } from './support';

let marking: Marking;
beforeEach(() => {
  marking = startMarking();
});
afterEach(() => marking.end());

const MANY = `<p>They say: ${CLAIM} So they say.</p><div class="gap"></div>`.repeat(200);
const STYLE = '<style>.gap{height:260px}.box{position:fixed;inset:0;overflow:auto}</style>';
const $ = (selector: string) => document.querySelector(selector) as HTMLElement;

/** Blocks in view, and those of them that have a usable badge beside them. */
const inView = () =>
  [...document.querySelectorAll('p')]
    .map((p) => p.getBoundingClientRect())
    .filter((r) => r.top > 0 && r.bottom < innerHeight);
const allMarked = () =>
  untilKept(
    () => inView().length > 0 && inView().every(hasBadge),
    () => `a badge on each of the ${inView().length} blocks in view (${marking.usable().length} are drawn)`,
  );
const hasBadge = ({ top, bottom }: DOMRect) =>
  marking.usable().some((badge) => {
    const r = badge.getBoundingClientRect();
    return r.bottom > top - 10 && r.top < bottom + 10;
  });

async function begin(html: string): Promise<void> {
  page(STYLE + html);
  marking.overlay.show(marks());
  await allMarked();
  // Where the others stand is known by now.
  for (let n = 0; n < 30; n++) await painted();
}

describe('of very many marks', () => {
  it('those are drawn that scrolling brings, slowly, in leaps and fast', async () => {
    await begin(MANY);
    for (let n = 0; n < 60; n++) {
      scrollBy(0, 20);
      await painted();
    }
    await allMarked();
    for (const to of [30_000, 9_000, 50_000, 0]) {
      scrollTo(0, to);
      await allMarked();
    }
    for (let n = 0; n < 60; n++) {
      scrollBy(0, 150);
      await new Promise(requestAnimationFrame);
    }
    expect(scrollY).toBeGreaterThan(8_000);
    await allMarked();
    expect(marking.drawn().length).toBeLessThan(20);
  });

  it('those are drawn that a box of the page scrolls into view', async () => {
    await begin(`<div class="box">${MANY}</div>`);
    for (const to of [20_000, 5_000, 40_000]) {
      $('.box').scrollTo(0, to);
      await allMarked();
    }
  });

  it('those are drawn that come up when what is above them goes', async () => {
    await begin(`<div class="first">${MANY}</div><div class="second">${MANY}</div>`);
    $('.first').style.display = 'none';
    await allMarked();
    $('.first').style.display = '';
    await allMarked();
  });

  it('those are drawn that a page without scrolling of its own moves up', async () => {
    await begin(`<div class="view" style="position:fixed;inset:0;overflow:clip"><main>${MANY}</main></div>`);
    for (const to of [20_000, 5_000]) {
      $('main').style.transform = `translateY(${-to}px)`;
      await allMarked();
    }
  });
});
