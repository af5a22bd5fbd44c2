/** Which sentence the reader has before the eyes, in a real engine. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type InView, type Passage, watchInView } from '../../lib/page/watch/in-view';
import { blocksOf, countMutations, page, painted, until } from './support';

const far = (height = 1_500) => `<div style="height:${height}px"></div>`;
const turns: (string | undefined)[] = [];
let life: AbortController;
let view: InView;

beforeEach(() => {
  life = new AbortController();
  turns.length = 0;
  view = watchInView((key) => turns.push(key), life.signal);
});
afterEach(() => {
  life.abort();
  scrollTo(0, 0);
});

/** Each block as one sentence, named by its first word. */
const passages = (): Passage[] =>
  blocksOf().map((block) => ({
    key: /\w+/.exec(block.text)?.[0] ?? '',
    block,
    start: 0,
    end: block.text.length,
  }));
const top = (y: number) => scrollTo({ top: y, behavior: 'instant' });
const becomes = (key: string | undefined) =>
  until(() => turns.length > 0 && turns.at(-1) === key, `${key} in view, but ${turns.at(-1)}`);

describe('the sentence in view', () => {
  it('is the one at the line of reading, from the first at the top to the last at the end', async () => {
    page(
      `<p>One is a sentence of this page that stands here.</p><p>Two is a sentence of this page that stands here.</p>${far()}<p>Three is a sentence of this page that stands here.</p>${far()}<p>Four is a sentence of this page that stands here.</p><p>Five is a sentence of this page that stands here.</p>`,
    );
    view.show(passages());
    await becomes('One');
    top(1_300);
    await becomes('Three');
    top(1e6);
    await becomes('Five');
    top(0);
    await becomes('One');
  });

  it('is nothing where none can be seen', async () => {
    page(
      `<p>One is a sentence of this page that stands here.</p>${far(4_000)}<p>Two is a sentence of this page that stands here.</p>`,
    );
    view.show(passages());
    await becomes('One');
    top(2_000);
    await becomes(undefined);
  });

  it('is the one that the reader went to, until it is scrolled out of view', async () => {
    page(
      `${far()}<p>One is a sentence of this page that stands here.</p><p>Two is a sentence of this page that stands here.</p><p>Three is a sentence of this page that stands here.</p>${far()}`,
    );
    view.show(passages());
    view.prefer('Three');
    await painted();
    top(1_200);
    await becomes('Three');
    top(1_260);
    await painted();
    top(1_300);
    await becomes('Three');
    top(0);
    await becomes(undefined);
    top(1_200);
    await becomes('One');
  });

  it('is found in a box that scrolls by itself', async () => {
    page(
      `<div id="box" style="height:300px;overflow:auto"><p>One is a sentence of this page that stands here.</p>${far(900)}<p>Two is a sentence of this page that stands here.</p></div>`,
    );
    view.show(passages());
    await becomes('One');
    document.getElementById('box')?.scrollTo({ top: 1e6, behavior: 'instant' });
    await becomes('Two');
  });

  it('follows a list that is replaced, changes nothing on the page, and ends with its signal', async () => {
    page(
      '<p>One is a sentence of this page that stands here.</p><p>Two is a sentence of this page that stands here.</p>',
    );
    const changes = countMutations();
    view.show(passages());
    await becomes('One');
    view.show(passages().slice(1));
    await becomes('Two');
    view.show([]);
    await becomes(undefined);
    expect(changes()).toBe(0);
    life.abort();
    const told = turns.length;
    view.show(passages());
    for (let n = 0; n < 20; n++) await painted();
    expect(turns).toHaveLength(told);
  });
});
