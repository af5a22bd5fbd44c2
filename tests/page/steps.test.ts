import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Overlay } from '../../lib/page/overlay/overlay';
import { CLAIM, type Marking, marks, startMarking } from './marking';
import { page, until } from './support';

let marking: Marking;
let overlay: Overlay;
beforeEach(() => {
  marking = startMarking();
  overlay = marking.overlay;
});
afterEach(() => marking.end());

const drawn = () => marking.drawn();

describe('going from mark to mark', () => {
  it('steps forward and back through marks in reading order, scrolling to each', async () => {
    page(`<p>${CLAIM}</p><div style="height:3000px"></div><p>Later. ${CLAIM}</p>`);
    overlay.show([...marks()].reverse());
    await until(() => drawn().length > 0, 'a badge');
    expect(overlay.step(true)).toBe(true);
    const first = overlay.host().root.activeElement as HTMLElement;
    expect(first.getBoundingClientRect().top).toBeLessThan(innerHeight);
    expect(overlay.step(true)).toBe(true);
    const second = overlay.host().root.activeElement as HTMLElement;
    expect(scrollY).toBeGreaterThan(1000);
    expect(second).not.toBe(first);
    expect(overlay.step(false)).toBe(true);
    expect(scrollY).toBeLessThan(1000);
  });

  it('reaches text behind a sticky header, in boxes that scroll, and far down in a tall block', async () => {
    const filler = '<p>Filler text of no importance.</p>'.repeat(30);
    page(`<header style="position:sticky;top:0;height:150px;background:#fff;z-index:9">Header</header>
      <p>${CLAIM}</p>
      <div style="display:flex;overflow-x:auto;width:400px"><p style="flex:none;width:400px">One</p><p style="flex:none;width:400px">${CLAIM}</p></div>
      <div style="height:120px;overflow:auto">${filler}<p>${CLAIM}</p></div>
      <p>${'A sentence of a very long paragraph. '.repeat(400)} ${CLAIM} ${'And more of it. '.repeat(400)}</p>${filler}`);
    overlay.show(marks());
    await until(() => drawn().length > 0, 'a badge');
    scrollTo(0, 100);
    for (let n = 0; n < 4; n++) {
      expect(overlay.step(true)).toBe(true);
      const box = (overlay.host().root.activeElement as HTMLElement).getBoundingClientRect();
      expect(box.top).toBeGreaterThan(0);
      expect(box.bottom).toBeLessThan(innerHeight);
    }
    const visited = new Set<number>();
    for (let n = 0; n < 4; n++) {
      overlay.step(true);
      visited.add(
        Math.round((overlay.host().root.activeElement as HTMLElement).getBoundingClientRect().top + scrollY),
      );
    }
    expect(visited.size).toBe(4);
  });

  it('keeps badges in reading order for Tab, whichever was drawn first', async () => {
    page(`<p>First. ${CLAIM}</p><p id="x" style="display:none">Second. ${CLAIM}</p><p>Third. ${CLAIM}</p>`);
    const x = document.querySelector('#x') as HTMLElement;
    overlay.show(marks());
    await until(() => drawn().length === 2, 'two badges');
    x.style.display = '';
    overlay.show(marks());
    await until(() => drawn().length === 3, 'three badges');
    const tops = drawn().map((b) => b.getBoundingClientRect().top);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  it('keeps badges in reading order for Tab when the page puts its blocks into another', async () => {
    page(`<p>First. ${CLAIM}</p><p>Second. ${CLAIM}</p><p>Third. ${CLAIM}</p>`);
    overlay.show(marks());
    await until(() => drawn().length === 3, 'three badges');
    document.body.prepend(document.querySelectorAll('p')[2] as HTMLElement);
    overlay.show(marks());
    await until(() => {
      const tops = drawn().map((b) => b.getBoundingClientRect().top);
      return tops.length === 3 && tops.every((top, n) => n === 0 || top > (tops[n - 1] ?? 0));
    }, 'badges in the new order');
  });

  it('goes on from where a mark was when that mark is gone', async () => {
    page(`<p>First. ${CLAIM}</p><p>Second. ${CLAIM}</p><p>Third. ${CLAIM}</p>`);
    const all = marks();
    overlay.show(all);
    await until(() => drawn().length === 3, 'three badges');
    overlay.step(true);
    overlay.step(true);
    overlay.show(all.filter((m) => m.key !== 'mark 1'));
    overlay.step(true);
    expect((overlay.host().root.activeElement as HTMLElement).getBoundingClientRect().top).toBeGreaterThan(
      (document.querySelectorAll('p')[2] as HTMLElement).getBoundingClientRect().top - 20,
    );
  });

  it('stops at the ends when told not to go around', async () => {
    page(`<p>First. ${CLAIM}</p><p>Second. ${CLAIM}</p>`);
    overlay.show(marks());
    await until(() => drawn().length === 2, 'two badges');
    expect(overlay.step(false, false)).toBe(true);
    expect(overlay.step(true, false)).toBe(false);
    expect(overlay.step(false, false)).toBe(true);
    expect(overlay.step(false, false)).toBe(false);
    expect(overlay.step(true, false)).toBe(true);
  });

  it('scrolls a body that is the box that scrolls', async () => {
    page(
      `<style>html{overflow:hidden;height:100%}body{overflow:auto;height:100%;margin:0}</style><p>First. ${CLAIM}</p><div style="height:4000px"></div><p>Second. ${CLAIM}</p>`,
    );
    overlay.show(marks());
    await until(() => drawn().length === 1, 'a badge');
    overlay.step(true);
    overlay.step(true);
    const { top, bottom } = (overlay.host().root.activeElement as HTMLElement).getBoundingClientRect();
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(innerHeight);
  });

  it('goes on when the same marks come again as other objects', async () => {
    page(`<p>First. ${CLAIM}</p><p>Second. ${CLAIM}</p>`);
    overlay.show(marks());
    await until(() => drawn().length === 2, 'two badges');
    overlay.show(marks());
    expect(overlay.step(true)).toBe(true);
    expect(overlay.step(true)).toBe(true);
    expect(overlay.host().root.activeElement).toBe(drawn()[1]);
  });

  it('says so when there is none', () => expect(overlay.step(true)).toBe(false));
});
