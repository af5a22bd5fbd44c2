/** Nothing is done for a page nobody sees. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAwake, pause, whenAwake } from '../../lib/page/time/lifecycle';
import { onNavigate } from '../../lib/page/time/navigation';
import { inSlices } from '../../lib/page/time/slices';
import { startReader } from '../../lib/page/watch/reader';
import { page, painted, until } from './support';

let controller: AbortController;
beforeEach(() => {
  controller = new AbortController();
});
afterEach(() => {
  controller.abort();
  show();
});

/** The engine under test has one tab, always in front: what it says of itself is set, all else is real. */
function hide(state: { hidden?: boolean; prerendering?: boolean } = { hidden: true }): void {
  if (state.hidden) say('visibilityState', 'hidden');
  if (state.prerendering) say('prerendering', true);
  document.dispatchEvent(new Event('visibilitychange'));
}
/** What documents said before, by name; set on their prototype, as pages may shadow what a document has of its own. */
const before = new Map<string, PropertyDescriptor | undefined>();
function say(name: string, value: unknown): void {
  before.set(name, Object.getOwnPropertyDescriptor(Document.prototype, name));
  Object.defineProperty(Document.prototype, name, { configurable: true, get: () => value });
}
function show(): void {
  for (const [name, own] of before)
    if (own) Object.defineProperty(Document.prototype, name, own);
    else Reflect.deleteProperty(Document.prototype, name);
  before.clear();
  document.dispatchEvent(new Event('prerenderingchange'));
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('a page that sleeps', () => {
  it.each([{ hidden: true }, { prerendering: true }])(
    'gets no slice and no pause ends: %o',
    async (state) => {
      hide(state);
      expect(isAwake()).toBe(false);
      let steps = 0;
      const work = (function* () {
        while (++steps < 3) yield;
      })();
      const ended: string[] = [];
      void inSlices(work, controller.signal).then(() => ended.push('slices'));
      void pause(1, controller.signal).then(() => ended.push('pause'));
      void whenAwake(controller.signal).then(() => ended.push('awake'));
      for (let n = 0; n < 20; n++) await painted();
      expect([steps, ended]).toEqual([0, []]);
      show();
      await until(() => ended.length === 3, 'all three');
      expect(steps).toBe(3);
    },
  );

  it('lets go at once when its signal aborts', async () => {
    hide();
    const waiting = Promise.all([pause(60_000, controller.signal), whenAwake(controller.signal)]);
    controller.abort();
    await waiting;
  });

  it('is read only when it is looked at, once, however often it changed', async () => {
    page('<main><p>The first paragraph of it</p></main>');
    const read: string[] = [];
    let idle = 0;
    const reader = startReader(
      { read: (blocks) => read.push(...blocks.map((b) => b.text)), gone: () => {}, idle: () => idle++ },
      controller.signal,
    );
    await until(() => idle > 0, 'the first reading');
    hide();
    const p = document.querySelector('p') as Element;
    for (let n = 0; n < 50; n++) {
      p.textContent = `The paragraph in edition ${n}`;
      await Promise.resolve();
    }
    for (let n = 0; n < 10; n++) await painted();
    expect(read).toEqual(['The first paragraph of it']);
    show();
    await until(() => read.length > 1 && !reader.held().busy, 'the last edition');
    expect(read).toEqual(['The first paragraph of it', 'The paragraph in edition 49']);
  });

  it('does not keep alive what its page throws away meanwhile', async () => {
    page('<main></main>');
    let idle = 0;
    const reader = startReader({ read: () => {}, gone: () => {}, idle: () => idle++ }, controller.signal);
    await until(() => idle > 0, 'the first reading');
    hide();
    const main = document.querySelector('main') as Element;
    for (let n = 0; n < 3_000; n++) {
      main.replaceChildren(document.createElement('p'));
      await Promise.resolve();
    }
    expect(reader.held().noted).toBeLessThan(600);
  });
});

describe('in-page navigation', () => {
  it('is heard by whatever way the address changes, but not for its fragment', async () => {
    const start = location.href;
    const heard: string[] = [];
    onNavigate((url) => heard.push(new URL(url).search), controller.signal);
    history.pushState(null, '', '?story=1');
    await until(() => heard.length === 1, 'pushState');
    history.replaceState(null, '', '?story=2');
    await until(() => heard.length === 2, 'replaceState');
    location.hash = 'part';
    history.back();
    await until(() => !location.hash, 'back to the story');
    history.pushState(null, '', start);
    await until(() => heard.length === 3, 'the start');
    expect(heard.slice(0, 2)).toEqual(['?story=1', '?story=2']);
    controller.abort();
    history.replaceState(null, '', '?story=3');
    await painted();
    history.replaceState(null, '', start);
    expect(heard.length).toBe(3);
  });
});
