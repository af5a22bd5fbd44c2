import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../lib/page/blocks';
import { startReader } from '../../lib/page/reader';
import { page, until } from './support';

let controller: AbortController;
let read: string[];
let gone: string[];
let idle: number;
const plain = (b: Block) => b.text.replace(/\s+/g, ' ').trim();

beforeEach(() => {
  controller = new AbortController();
  read = [];
  gone = [];
  idle = 0;
});
afterEach(() => controller.abort());

async function start(html: string): Promise<void> {
  page(html);
  startReader(
    {
      read: (blocks) => read.push(...blocks.map(plain)),
      gone: (blocks) => gone.push(...blocks.map(plain)),
      idle: () => idle++,
    },
    controller.signal,
  );
  await until(() => idle > 0, 'the end of the first reading');
}

describe('keeping up with a page', () => {
  it('reads each block of the page once, in order', async () => {
    await start('<p>A first paragraph</p><section><p>A second paragraph</p></section>');
    expect(read).toEqual(['A first paragraph', 'A second paragraph']);
    expect(gone).toEqual([]);
  });

  it('reads added blocks only, however many were there before', async () => {
    await start('<main><p>A first paragraph</p></main>');
    for (const n of [1, 2, 3]) {
      const p = document.createElement('p');
      p.textContent = `Added paragraph ${n}`;
      document.querySelector('main')?.append(p);
      await until(() => read.length === n + 1, `added paragraph ${n}`);
    }
    expect(read).toEqual([
      'A first paragraph',
      'Added paragraph 1',
      'Added paragraph 2',
      'Added paragraph 3',
    ]);
  });

  it('reads a block again when its text changes, and tells that the old one is gone', async () => {
    await start('<p>The old <b>wording</b> here</p><p>Another paragraph</p>');
    (document.querySelector('b')?.firstChild as Text).data = 'sentence';
    await until(() => read.length === 3, 'the changed block');
    expect(read[2]).toBe('The old sentence here');
    expect(gone).toEqual(['The old wording here']);
  });

  it('is silent when a framework renders the same nodes again', async () => {
    await start('<p>The same wording</p>');
    const p = document.querySelector('p') as Element;
    document.body.append(p);
    await until(() => idle > 1, 'another reading');
    expect(read).toEqual(['The same wording']);
    expect(gone).toEqual([]);
  });

  it('tells which blocks were removed', async () => {
    await start('<div id="x"><p>A removed paragraph</p></div><p>A kept paragraph</p>');
    document.querySelector('#x')?.remove();
    await until(() => gone.length > 0, 'the removal');
    expect(gone).toEqual(['A removed paragraph']);
  });

  it('reads what opens later: details, tabs, anything unrendered', async () => {
    await start(
      '<details><summary>More on this story</summary><p>Inside the details</p></details><div id="tab" style="display:none"><p>Inside the tab</p></div>',
    );
    expect(read).not.toContain('Inside the tab');
    (document.querySelector('#tab') as HTMLElement).style.display = '';
    await until(() => read.includes('Inside the tab'), 'the tab');
    (document.querySelector('details') as HTMLDetailsElement).open = true;
    await until(() => read.includes('Inside the details'), 'the details');
  });

  it('reads in-page navigation that replaces everything', async () => {
    await start('<main><p>The first story of the day</p></main>');
    document.body.innerHTML = '<main><p>The second story of the day</p></main>';
    await until(() => read.includes('The second story of the day'), 'the second story');
    expect(gone).toEqual(['The first story of the day']);
  });

  it('reads custom elements that are added, though they are inline', async () => {
    await start('<main></main>');
    const post = document.createElement('x-post');
    post.innerHTML = '<div><p>A post in a custom element</p></div>';
    document.querySelector('main')?.append(post);
    await until(() => read.length > 0, 'the post');
    expect(read).toEqual(['A post in a custom element']);
  });

  it('reads what is added inside an open shadow root', async () => {
    await start('<div id="host"></div>');
    const host = document.querySelector('#host') as Element;
    const root = host.attachShadow({ mode: 'open' });
    host.replaceWith(host.cloneNode());
    document.body.append(host);
    root.innerHTML = '<p>First in the shadow</p>';
    await until(() => read.includes('First in the shadow'), 'the first text');
    const p = document.createElement('p');
    p.textContent = 'Second in the shadow';
    root.append(p);
    await until(() => read.includes('Second in the shadow'), 'the second text');
  });

  it('reads text whose hidden or aria-hidden attribute goes away', async () => {
    await start(
      '<main aria-hidden="true"><p>Behind the consent dialog</p></main><p id="x" hidden>Behind a read more</p>',
    );
    expect(read).toEqual([]);
    document.querySelector('main')?.removeAttribute('aria-hidden');
    (document.querySelector('#x') as HTMLElement).hidden = false;
    await until(() => read.length === 2, 'both paragraphs');
  });

  it('reads an inline element that was not rendered at first', async () => {
    await start('<p>The start of it <span id="x" style="display:none">and the end of it</span></p>');
    (document.querySelector('#x') as HTMLElement).style.display = '';
    await until(() => read.includes('The start of it and the end of it'), 'the whole paragraph');
  });

  it('looks at the page as a whole when too much changes, and misses nothing', async () => {
    await start('<main></main>');
    const main = document.querySelector('main') as Element;
    for (let n = 0; n < 1_500; n++)
      main.append(Object.assign(document.createElement('p'), { textContent: `Paragraph number ${n}` }));
    await until(() => read.length >= 1_500, 'all paragraphs');
    expect(new Set(read).size).toBe(1_500);
  });

  it('goes on after a page that puts traps in its way', async () => {
    await start(
      '<form><h1>A page in a form</h1><input name="tagName"><input name="childNodes"><input name="localName"><p>Text in the form</p></form>',
    );
    expect(read).toEqual(['A page in a form', 'Text in the form']);
  });

  it('stops with its signal', async () => {
    await start('<p>A first paragraph</p>');
    controller.abort();
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'Never to be read' }));
    await new Promise((r) => setTimeout(r, 150));
    expect(read).toEqual(['A first paragraph']);
  });
});
