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

/** Only Chromium is started with a collector that a page can call. */
const { gc } = globalThis as { gc?: () => void };

/** Is it thrown away, once garbage was collected a few times? */
async function collected(ref: WeakRef<object>): Promise<boolean> {
  for (let n = 0; n < 20 && ref.deref() !== undefined; n++) {
    gc?.();
    // A reference that was looked at lives on until the task ends.
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
      const made = ['main', 'footer'].flatMap((name) => {
        const box = document.querySelector(name) as HTMLElement;
        box.innerHTML = P.repeat(5);
        return [...box.children].map((child) => new WeakRef(child));
      });
      // One stays, so that the overlay lives on.
      document.body.insertAdjacentHTML('afterbegin', P);
      marking.overlay.show(marks());
      await until(() => marking.drawn().length === 6, 'six badges');
      return made;
    })();
    for (const name of ['main', 'footer']) (document.querySelector(name) as HTMLElement).replaceChildren();
    await until(() => marking.drawn().length === 1, 'one badge');
    await painted();
    let held = 0;
    if (gc) for (const ref of refs) if (!(await collected(ref))) held++;
    // Chromium itself may keep one node it has painted, marked or not.
    expect(held).toBeLessThanOrEqual(1);
  });
});
