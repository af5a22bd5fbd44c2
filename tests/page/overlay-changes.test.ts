/** Marks while the page writes: other words in their place, text moved in its box, blocks rendered again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
const lines = () => marking.lines();
const show: Marking['show'] = (html, count) => marking.show(html, count);
const error: Marking['error'] = (mark) => marking.error(mark);

describe('other words in the same place', () => {
  const OTHER = 'The ferry to the islands sails in May, not June.';

  it.each([
    [
      'written into the same node',
      (p: Element) => ((p.firstChild as Text).data = OTHER.slice(0, CLAIM.length)),
    ],
    ['in a new node', (p: Element) => (p.textContent = OTHER)],
  ])('lose the mark before anybody reads the page again: %s', async (_, change) => {
    await show(`<p>${CLAIM}</p>`);
    change(document.querySelector('p') as Element);
    await painted();
    expect(drawn()).toHaveLength(0);
    expect(lines()).toHaveLength(0);
  });
});

describe('text that moves in a box that stays as it is', () => {
  it.each([
    ['aligned by a new style sheet', 'p{text-align:right}'],
    ['spaced by a new style sheet', 'p{letter-spacing:1px}'],
    ['indented by a new style sheet', 'p{text-indent:80px}'],
  ])('takes its mark along: %s', async (_, rule) => {
    const [mark] = await show(`<style></style><p>${CLAIM}</p>`);
    if (!mark) throw new Error('no mark');
    document.querySelector('style')?.sheet?.insertRule(rule);
    await until(() => error(mark) <= 1, `alignment (off by ${error(mark)} px)`);
  });

  it('moved by a script animation, too', async () => {
    const [mark] = await show(`<div id="x"><p>${CLAIM}</p></div>`);
    if (!mark) throw new Error('no mark');
    const animation = document
      .querySelector('#x')
      ?.animate([{ transform: 'none' }, { transform: 'translateX(300px)' }], { duration: 100_000 });
    await until(() => error(mark) <= 1 && drawn().length === 1, 'a look');
    let worst = 0;
    for (let n = 0; n < 200 && drawn()[0]?.closest('[popover]') === null; n++) await painted();
    for (let n = 0; n < 10; n++) {
      await painted();
      worst = Math.max(worst, error(mark));
    }
    expect(worst).toBeLessThanOrEqual(1);
    animation?.cancel();
  });
});

describe('marks shown again', () => {
  it('keep their badge, with its focus, where the page wrote beside the sentence', async () => {
    await show(`<p>${CLAIM} <b>1</b> reader.</p>`);
    const [badge] = drawn();
    badge?.focus();
    (document.querySelector('b') as HTMLElement).textContent = '2';
    overlay.show(marks());
    await painted();
    expect(drawn()).toEqual([badge]);
    expect(overlay.host().root.activeElement).toBe(badge);
  });

  it('are drawn at once where the page put a new element for the old one', async () => {
    await show(`<p>${CLAIM}</p>`);
    page(`<p>${CLAIM}</p>`);
    overlay.show(marks());
    await new Promise(requestAnimationFrame);
    expect(drawn()).toHaveLength(1);
  });
});
