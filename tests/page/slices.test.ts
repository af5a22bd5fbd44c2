/** Long work is done in slices, and everything it is made of comes in steps small enough for one. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Block } from '../../lib/page/read/blocks';
import { BUDGET, inSlices } from '../../lib/page/time/slices';
import { startReader } from '../../lib/page/watch/reader';
import { blocksOf, page, until } from './support';

let controller = new AbortController();
let reader: ReturnType<typeof startReader>;
afterEach(() => {
  controller.abort();
  document.body.replaceChildren();
});

/** Reads `html`; answers with blocks in the order they were handed over, batch by batch. */
async function batches(html: string): Promise<Block[][]> {
  controller = new AbortController();
  page(html);
  const all: Block[][] = [];
  let idle = 0;
  reader = startReader(
    { read: (blocks) => all.push([...blocks]), gone: () => {}, idle: () => idle++ },
    controller.signal,
  );
  await until(() => idle > 0, 'the end of the reading');
  return all;
}

describe('slices', () => {
  it('end when their time is over, and the work goes on in the next one', async () => {
    let slices = 0;
    let steps = 0;
    const work = (function* () {
      for (; steps < 12; steps++) {
        const until = performance.now() + BUDGET / 2;
        while (performance.now() < until);
        yield;
      }
    })();
    await inSlices(work, new AbortController().signal, () => slices++);
    expect(steps).toBe(12);
    expect(slices).toBeGreaterThanOrEqual(4);
  });

  it('are over when the signal aborts', async () => {
    const aborter = new AbortController();
    let steps = 0;
    const endless = (function* () {
      while (true) {
        if (++steps === 5) aborter.abort();
        yield;
      }
    })();
    await inSlices(endless, aborter.signal);
    expect(steps).toBeGreaterThanOrEqual(5);
  });

  it('hand on what the work throws', async () => {
    const work = (function* () {
      yield;
      throw new Error('trap');
    })();
    await expect(inSlices(work, new AbortController().signal)).rejects.toThrow('trap');
  });
});

describe('reading a large page', () => {
  const paragraph = (n: number, what: string) =>
    `<p>Paragraph number ${n} of the ${what}, with words in it</p>`;
  const many = (count: number, what: string) =>
    Array.from({ length: count }, (_, n) => paragraph(n, what)).join('');

  it('begins with what is in view, then the story, and reads nothing twice', async () => {
    const all = (
      await batches(
        `<div>${many(600, 'list above')}</div><main>${many(600, 'story')}</main><aside>${many(300, 'side')}</aside>`.replace(
          '<div>',
          '<div style="height:0;overflow:hidden">',
        ),
      )
    ).flat();
    expect(all.length).toBe(1_500);
    expect(new Set(all.map((b) => b.container)).size).toBe(1_500);
    expect(reader.held().pieces).toBe(1_500);
    const order = all.map((b) => b.text);
    expect(order[0]).toContain('Paragraph number 0 of the story');
    const lastOfStory = order.findLastIndex((t) => t.includes('story'));
    expect(order.findIndex((t) => t.includes('side'))).toBeGreaterThan(lastOfStory);
  });

  it('reads the same in parts as in one go', async () => {
    const part = (
      n: number,
    ) => `<div>Text before the block ${n}<p>A block in the text</p>and text that follows
      <x-a>inline text <section>A block inside a custom element</section> and after</x-a><nav>Never read at all</nav>
      <p style="display:none">Not rendered for now</p><p style="position:absolute;clip:rect(0,0,0,0)">Unseen text</p></div>`;
    const html = `Text of the body<article>Text of the story ${Array.from({ length: 120 }, (_, n) => part(n)).join('')}</article>`;
    const all = (await batches(html)).flat();
    const told = (blocks: readonly Block[]) => blocks.map((b) => `${b.container.localName} ${b.text}`).sort();
    expect(told(all)).toEqual(told(blocksOf()));
    expect(reader.held().pieces).toBe(all.flatMap((b) => b.pieces).length);
  });

  it('hands over the first blocks long before it has read the last', async () => {
    const all = await batches(`<main>${many(2_000, 'story')}</main>`);
    expect(all.length).toBeGreaterThan(10);
    expect(Math.max(...all.map((b) => b.length))).toBeLessThanOrEqual(64);
  });

  it('reads a text node of 2 MB in pieces', async () => {
    const text = 'A sentence that goes on for a while and says little. '.repeat(40_000);
    const all = (await batches(`<p>${text}</p>`)).flat();
    expect(Math.max(...all.map((b) => b.text.length))).toBeLessThan(8_100);
    expect(all.map((b) => b.text).join('').length).toBe(text.length);
  });
});
