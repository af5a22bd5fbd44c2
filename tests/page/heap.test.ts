import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM, type Marking, marks, startMarking } from './marking';
import { page, painted, until } from './support';

let marking: Marking;
beforeEach(() => {
  marking = startMarking();
});
afterEach(() => marking.end());

const P = `<p>${CLAIM}</p>`;
const host = () => document.querySelector('factmark-overlay');

/** Collects garbage where the engine lets a page ask for it: by filling memory until `gone`, or giving up. */
async function collected(ref: WeakRef<object>): Promise<boolean> {
  const { gc } = globalThis as { gc?: () => void };
  for (let n = 0; n < 60; n++) {
    if (ref.deref() === undefined) return true;
    if (gc) gc();
    else new Array(2_000_000).fill(n).map((x) => ({ x }));
    await new Promise((done) => setTimeout(done));
  }
  return ref.deref() === undefined;
}

describe('the host', () => {
  it('is one record for the page, goes with the last mark, and comes with the next', async () => {
    const records: string[] = [];
    const observer = new MutationObserver((list) => {
      for (const { addedNodes, removedNodes } of list)
        records.push(...[...addedNodes].map(() => 'in'), ...[...removedNodes].map(() => 'out'));
    });
    page(`${P}${P}`);
    observer.observe(document.body, { childList: true });
    const all = marks();
    marking.overlay.show(all);
    await until(() => marking.drawn().length === 2, 'two badges');
    scrollBy(0, 5);
    marking.overlay.show(all.slice(1));
    await until(() => marking.drawn().length === 1, 'one badge');
    expect(records).toEqual(['in']);
    marking.overlay.show([]);
    expect(host()).toBeNull();
    marking.overlay.show(all);
    await until(() => marking.drawn().length === 2, 'two badges again');
    await painted();
    expect(records).toEqual(['in', 'out', 'in']);
    observer.disconnect();
  });

  it('takes every watcher with it when the last mark goes', async () => {
    await marking.show(P);
    marking.overlay.show([]);
    document.body.innerHTML = P;
    scrollBy(0, 5);
    dispatchEvent(new Event('resize'));
    await painted();
    await painted();
    expect(host()).toBeNull();
  });
});

describe('blocks that left the page', () => {
  it('are held no longer, near the viewport or far from it', async () => {
    page(`<main></main><div style="height:9000px"></div><footer></footer>`);
    const refs = await (async () => {
      const made = ['main', 'footer'].map((name) => {
        const box = document.querySelector(name) as HTMLElement;
        box.innerHTML = P;
        return new WeakRef(box.firstElementChild as Element);
      });
      // One stays, so that the overlay lives on.
      document.body.insertAdjacentHTML('afterbegin', P);
      marking.overlay.show(marks());
      await until(() => marking.drawn().length === 2, 'two badges');
      return made;
    })();
    for (const name of ['main', 'footer']) (document.querySelector(name) as HTMLElement).replaceChildren();
    await until(() => marking.drawn().length === 1, 'one badge');
    await painted();
    for (const ref of refs) expect(await collected(ref)).toBe(true);
  });
});
