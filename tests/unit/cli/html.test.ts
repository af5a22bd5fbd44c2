import { describe, expect, it } from 'vitest';
import { htmlPassages } from '../../../lib/cli/html';

const texts = (html: string) => htmlPassages(html).map((p) => p.text);

describe('htmlPassages', () => {
  it('makes a passage of each block, in reading order', () => {
    expect(
      texts(
        '<h1>One</h1><div>two<p>three</p>four</div><ul><li>five<li>six</ul><table><tr><td>seven<td>eight',
      ),
    ).toEqual(['One', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']);
  });
  it('joins inline elements, comments and white space', () => {
    expect(texts('<p>The <b>mo</b><!-- x --><i>on</i>\n\t is&nbsp;made<br>of &lt;cheese&gt;')).toEqual([
      'The moon is made of <cheese>',
    ]);
  });
  it.each(['script', 'style', 'noscript', 'template', 'textarea', 'title', 'pre', 'svg', 'button', 'iframe'])(
    'leaves out <%s>',
    (tag) => {
      expect(texts(`<p>a</p><${tag}>b</${tag}><p>c</p>`)).toEqual(['a', 'c']);
    },
  );
  it.each([
    'hidden',
    'aria-hidden="true"',
    'contenteditable',
    'style="color: red; display : none"',
    'style="visibility:hidden"',
  ])('leaves out what is %s', (attribute) => {
    expect(texts(`<p>a</p><div ${attribute}>b<p>c</p></div><p>d</p>`)).toEqual(['a', 'd']);
  });
  it.each(['aria-hidden="false"', 'contenteditable="false"', 'style="display: block"'])(
    'reads what is %s',
    (attribute) => {
      expect(texts(`<p ${attribute}>a</p>`)).toEqual(['a']);
    },
  );
  it('gives each passage the two blocks before it', () => {
    expect(htmlPassages('<p>a<p>b<p>c<p>d').map((p) => p.before)).toEqual(['', 'a', 'a\nb', 'b\nc']);
  });
  it('makes nothing of nothing', () => expect(texts('<!doctype html><p> \n </p>')).toEqual([]));

  it('reads what is nested deeper than a call stack', () => {
    const deep = 20_000;
    expect(texts(`${'<div>'.repeat(deep)}Far in.${'</div>'.repeat(deep)}<p>After.</p>`)).toEqual([
      'Far in.',
      'After.',
    ]);
  });
});
