import { describe, expect, it } from 'vitest';
import type { Block } from '../../lib/page/read/blocks';
import { headline, languageTag, textBefore } from '../../lib/page/read/context';
import { blocksOf, page } from './support';

const context = () => textBefore(blocksOf().at(-1) as Block).trim();

describe('the text before a block', () => {
  it('is what stands before it in its article, blocks apart by line breaks', () => {
    page(
      '<article><p>Another story.</p></article><article><h1>A title</h1><p>A <b>first</b> paragraph.</p><p>The block itself.</p></article>',
    );
    expect(context()).toBe('A title\nA first paragraph.');
  });

  it('keeps words apart whose space is a node of its own', () => {
    page(
      '<p>The United States<!-- --> <!-- -->has<!-- --> <!-- -->a<!-- --> <!-- -->treaty.</p><p>The block itself.</p>',
    );
    expect(context()).toBe('The United States has a treaty.');
  });

  it('leaves out what is never read', () => {
    page(
      '<p>Read this.</p><script>var x = "not this";</script><textarea>nor this</textarea><p>The block itself.</p>',
    );
    expect(context()).toBe('Read this.');
  });

  it('is bounded on very long pages', () => {
    page(`${'<p>One of very many paragraphs before it.</p>'.repeat(2_000)}<p>The block itself.</p>`);
    expect(context().length).toBeLessThanOrEqual(700);
  });
});

it('takes the first heading for the headline, else the title', () => {
  page('<h1>The  <i>headline</i></h1>');
  expect(headline()).toBe('The headline');
});

it('reads the nearest language tag, else the page’s', () => {
  document.documentElement.lang = 'de';
  page('<div lang="es"><p>Un párrafo sobre la paz.</p></div><p>Ein Absatz über den Frieden.</p>');
  expect(blocksOf().map(languageTag)).toEqual(['es', 'de']);
  document.documentElement.lang = '';
});
