/** Text that nobody needs any more is let go of, and is still known for what it was. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Block } from '../../lib/page/read/blocks';
import { startReader } from '../../lib/page/watch/reader';
import { page, until } from './support';

let controller = new AbortController();
afterEach(() => {
  controller.abort();
  document.body.replaceChildren();
});

/** Reads `html` and keeps up with it; `read` and `gone` hold what was told since they were last emptied. */
async function reading(html: string) {
  controller = new AbortController();
  page(html);
  const read: Block[] = [];
  const gone: Block[] = [];
  const on = new Set<Block>();
  let idle = 0;
  const reader = startReader(
    {
      read: (blocks) => {
        for (const b of blocks) on.add(b);
        read.push(...blocks);
      },
      gone: (blocks) => {
        for (const b of blocks) on.delete(b);
        gone.push(...blocks);
      },
      idle: () => idle++,
    },
    controller.signal,
  );
  const rest = () => until(() => idle > 0 && !reader.held().busy, 'the end of the reading');
  await rest();
  return {
    reader,
    on,
    /** Lets `change` happen; answers with the texts of what is new and how many blocks went. */
    async told(change: () => void): Promise<{ read: string[]; gone: number }> {
      read.length = gone.length = idle = 0;
      change();
      await rest();
      return { read: read.map((b) => b.text), gone: gone.length };
    },
  };
}

const ONE = 'The first paragraph of this page.';
const TWO = 'The second paragraph of this page.';
const HTML = `<main><p>${ONE}</p><p>${TWO}</p></main>`;
const paragraph = (n: number) => document.querySelectorAll('p')[n] as HTMLElement;

describe('released blocks', () => {
  it('hold neither text nor nodes', async () => {
    const { reader, on } = await reading(HTML);
    const [first] = on as unknown as [Block];
    reader.release([first]);
    expect([first.text, first.pieces.length]).toEqual(['', 0]);
    expect(reader.held().characters).toBe(TWO.length);
    reader.release([first]);
    expect(reader.held().characters).toBe(TWO.length);
  });

  it('are not read as new when the page renders the same text again in their place', async () => {
    const { reader, on, told } = await reading(HTML);
    reader.release(on);
    const same = await told(() => {
      paragraph(0).textContent = ONE;
    });
    expect(same).toEqual({ read: [], gone: 0 });
    const other = await told(() => {
      paragraph(0).textContent = 'Quite another paragraph of this page.';
    });
    expect(other).toEqual({ read: ['Quite another paragraph of this page.'], gone: 1 });
    const removed = await told(() => paragraph(1).remove());
    expect(removed).toEqual({ read: [], gone: 1 });
    expect(reader.held().blocks).toBe(1);
  });

  it('are as many as they were where one container holds the same text twice', async () => {
    const { reader, on, told } = await reading(`<p id="two">${ONE}<br><br>${ONE}</p>`);
    expect(on.size).toBe(2);
    reader.release(on);
    const touched = () => document.querySelector('p')?.append(document.createComment('nothing'));
    expect(await told(touched)).toEqual({ read: [], gone: 0 });
    expect(reader.held().blocks).toBe(2);
    const cut = () => document.querySelector('p')?.firstChild?.remove();
    expect(await told(cut)).toEqual({ read: [], gone: 1 });
  });

  it('come anew when all is asked for again, once each, beside those that were kept', async () => {
    const { reader, on, told } = await reading(HTML);
    const kept = [...on][1] as Block;
    reader.release([[...on][0] as Block]);
    const again = await told(() => reader.again());
    expect(again).toEqual({ read: [TWO, ONE], gone: 1 });
    expect(on.has(kept)).toBe(true);
    expect([...on].map((b) => b.text).sort()).toEqual([ONE, TWO]);
  });
});
