import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Block } from '../../lib/page/read/blocks';
import { startReader } from '../../lib/page/watch/reader';
import { page, painted, until } from './support';

/** Long feeds and tickers, on machines that have other things to do. */
vi.setConfig({ testTimeout: 60_000 });

let controller: AbortController;
let read: string[];
let gone: string[];
let idle: number;
let reader: ReturnType<typeof startReader>;
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
  reader = startReader(
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

  it('reads each text node of an endless feed once, and holds nothing of what scrolled out', async () => {
    await start('<main></main>');
    const main = document.querySelector('main') as Element;
    for (let n = 0; n < 2_000; ) {
      for (let k = 0; k < 20; k++, n++) {
        const post = document.createElement('article');
        post.innerHTML = `<h2>The heading of post ${n}</h2><p>The first words of <b>post</b> number ${n}</p>`;
        main.append(post);
        if (main.childElementCount > 600) main.firstElementChild?.remove();
      }
      await painted();
    }
    await until(() => !reader.held().busy && reader.held().noted === 0, 'the end of the feed');
    const { pieces, containers, postponed, closed } = reader.held();
    // Four text nodes a post.
    expect(pieces / (2_000 * 4)).toBeLessThanOrEqual(1.05);
    expect([containers, postponed, closed]).toEqual([1_200, 0, 0]);
    expect(read.length - gone.length).toBe(1_200);
  });

  it('reads a live blog as it grows, and each entry once', async () => {
    await start('<main><ol></ol></main>');
    const list = document.querySelector('ol') as Element;
    for (let n = 0; n < 100; n++) {
      list.prepend(
        Object.assign(document.createElement('li'), { textContent: `Entry of the live blog, ${n}` }),
      );
      await painted();
    }
    await until(() => read.length === 100, 'all entries');
    expect(new Set(read).size).toBe(100);
    expect(reader.held().pieces).toBe(100);
  });

  it('reads a text that changes 1,000 times a few times, then as it is in the end; others are read meanwhile', async () => {
    await start('<main><p>A ticker that counts 0 of them</p></main>');
    const text = document.querySelector('p')?.firstChild as Text;
    for (let n = 1; n <= 1_000; n++) {
      text.data = `A ticker that counts ${n} of them`;
      if (n === 700)
        document.body.append(
          Object.assign(document.createElement('p'), { textContent: 'News from elsewhere' }),
        );
      if (n === 999) expect(read).toContain('News from elsewhere');
      await (n % 4 ? Promise.resolve() : painted());
    }
    await until(() => read.includes('A ticker that counts 1000 of them'), 'the last count');
    expect(reader.held().pieces).toBeLessThan(30);
  });

  /** An element with a paragraph in no slot, and an open root with two slots and many paragraphs between. */
  const slotting = (): HTMLElement => {
    const host = document.createElement('div');
    host.innerHTML = '<p>The story in a slot</p>';
    host.attachShadow({
      mode: 'open',
    }).innerHTML = `<slot name="a"></slot>${'<p>Of the root itself</p>'.repeat(300)}<slot name="b"></slot>`;
    document.body.append(host);
    return host.firstChild as HTMLElement;
  };

  it('reads what comes into a slot later', async () => {
    await start('');
    const story = slotting();
    await until(() => read.length === 300, 'the text of the root');
    story.slot = 'a';
    await until(() => read.includes('The story in a slot'), 'the story');
  });

  it('keeps once what changes its slot in the midst of being read', async () => {
    page('');
    const story = slotting();
    story.slot = 'a';
    reader = startReader(
      {
        // The first of them are told while the others are yet to be read.
        read: (blocks) => {
          read.push(...blocks.map(plain));
          if (story.slot !== 'b') story.slot = 'b';
        },
        gone: () => {},
        idle: () => idle++,
      },
      controller.signal,
    );
    await until(() => idle > 0 && reader.held().blocks === 301, 'each block once');
    expect(read.filter((text) => text === 'The story in a slot')).toHaveLength(2);
  });

  it('reads a shadow root that a custom element gets long after it was read', async () => {
    await start('<main><late-story>Text that is not rendered any more</late-story></main>');
    expect(reader.held().undefinedHosts).toBe(1);
    const host = document.querySelector('late-story') as Element;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>The story in the shadow</p>';
    await until(() => read.includes('The story in the shadow'), 'the story');
    await until(() => gone.length > 0, 'the loss of what was there before');
    expect(gone).toEqual(['Text that is not rendered any more']);
    expect(reader.held().undefinedHosts).toBe(0);
  });

  it('joins and parts text when a block between goes or comes', async () => {
    await start('<div>The words before <p>A block in between</p>and the words after</div>');
    const p = document.querySelector('p') as Element;
    p.remove();
    await until(() => read.includes('The words before and the words after'), 'the joined text');
    document.querySelector('div')?.insertBefore(p, document.querySelector('div')?.lastChild as Node);
    await until(() => read.filter((t) => t === 'and the words after').length === 2, 'the parted text');
  });

  it('lets go of text that becomes an editor', async () => {
    await start('<main><p>A paragraph to be edited</p></main>');
    document.querySelector('main')?.setAttribute('contenteditable', 'true');
    await until(() => gone.length === 1, 'the loss');
    document.querySelector('main')?.removeAttribute('contenteditable');
    await until(() => read.length === 2, 'the return');
  });

  it('stops with its signal', async () => {
    await start('<p>A first paragraph</p>');
    controller.abort();
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'Never to be read' }));
    await new Promise((r) => setTimeout(r, 150));
    expect(read).toEqual(['A first paragraph']);
  });
});
