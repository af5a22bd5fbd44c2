import { describe, expect, it } from 'vitest';
import { CLAIM } from '../support/claim';
import { page, textsOf } from './support';

const box = (tag: string, html: string) => `<${tag} style="display:inline-block">${html}</${tag}>`;
/** The claim with each word, as `inside` makes it, in a box. */
const boxes = (tag: string, inside = (word: string) => word) =>
  CLAIM.split(' ')
    .map((word) => box(tag, inside(word)))
    .join(' ');
const letters = (tag: string) => (word: string) => [...word].map((c) => box(tag, c)).join('');

describe('what is one text', () => {
  it.each([
    ['a word parted by <wbr>', '<p>The US has a mut<wbr>ual defense pact with Israel.</p>'],
    ['a word parted by a comment', '<p>The US has a mut<!-- x -->ual defense pact with Israel.</p>'],
    [
      'ruby with its notes',
      '<p>The US has a <ruby>mutual<rp>(</rp><rt>note</rt><rp>)</rp> defense<rt>x</rt></ruby> pact with Israel.</p>',
    ],
    [
      'a floated drop cap',
      '<p><span style="float:left">T</span>he US has a mutual defense pact with Israel.</p>',
    ],
    [
      'a drop cap in several wrappers, one of them a block',
      '<p><span style="float:left"><b style="display:block"><i>T</i></b></span>he US has a mutual defense pact with Israel.</p>',
    ],
    [
      'a drop cap as an inline block',
      '<p><b style="display:inline-block">T</b>he US has a mutual defense pact with Israel.</p>',
    ],
    [
      'a first letter set by style',
      '<style>p.f::first-letter{float:left;font-size:3em}</style><p class="f">The US has a mutual defense pact with Israel.</p>',
    ],
    [
      'a name that may not break',
      '<p>The US has a <a href="#" style="display:inline-block">mutual defense pact</a> with Israel.</p>',
    ],
    [
      'elements without a box',
      '<p>The US has <span style="display:contents">a <b style="display:contents">mutual</b></span> defense pact with Israel.</p>',
    ],
    [
      'text around a figure that floats in it',
      '<div>The US has a mutual <div style="float:right">A map of it</div>defense pact with Israel.</div>',
    ],
    [
      'text around a note lifted out of it',
      '<div>The US has a mutual <span style="position:absolute">(1)</span>defense pact with Israel.</div>',
    ],
    [
      'text around words for screen readers',
      '<p>The US has a mutual <span style="position:absolute;clip:rect(0,0,0,0)">opens in a new window</span>defense pact with Israel.</p>',
    ],
    [
      'text around a script',
      '<p>The US has a mut<script type="text/plain">x</script>ual defense pact with Israel.</p>',
    ],
    [
      'words shown one after the other',
      '<p>The US has a <span style="visibility:hidden">bilateral</span> mutual defense pact with Israel.</p>',
    ],
    ['a headline set word by word', `<h2>${boxes('span')}</h2>`],
    ['the same in divs', `<h2>${boxes('div')}</h2>`],
    ['the same outside of a heading', `<div>${boxes('div')}</div>`],
    ['words each in a box that cuts them off', `<div>${boxes('div', (word) => box('div', word))}</div>`],
    ['a headline set letter by letter', `<h2>${boxes('span', letters('span'))}</h2>`],
    ['the same in divs, letters', `<div>${boxes('div', letters('div'))}</div>`],
    [
      'letters without words around them',
      `<h2>${[...CLAIM].map((c) => box('div', c === ' ' ? '&nbsp;' : c)).join('')}</h2>`,
    ],
    [
      'a headline in stretches that may not break',
      `<h2>${box('span', 'The US has')} ${box('span', 'a mutual defense pact')} ${box('span', 'with Israel.')}</h2>`,
    ],
    [
      'words in boxes, hidden from those who hear the label around them',
      `<h2 aria-label="${CLAIM}">${boxes('div').replaceAll('<div', '<div aria-hidden="true"')}</h2>`,
    ],
    [
      'a name not to be translated',
      '<p>The <span translate="no">US</span> has a mutual defense pact with <b class="notranslate">Israel</b>.</p>',
    ],
  ])('%s', (_, html) => {
    page(html);
    expect(textsOf().filter((t) => t.length > 20)).toEqual([CLAIM]);
  });

  it('keeps soft hyphens and characters without width where they are, for offsets to stay true', () => {
    page('<p>The US has a mu&shy;tual de&#x200b;fense pact.</p>');
    expect(textsOf()).toEqual(['The US has a mu\u00adtual de\u200bfense pact.']);
  });

  it('reads bold words of a panel that is invisible as a whole, for the time it is shown', () => {
    page('<div style="visibility:hidden"><p>The <b>US</b> has a pact with <i>Israel</i>.</p></div>');
    expect(textsOf()).toEqual(['The US has a pact with Israel.']);
  });
});

describe('what is apart', () => {
  it.each([
    ['cells', '<table><tr><td>The first cell of it</td><td>The second cell of it</td></tr></table>'],
    [
      'cells that are so by style',
      '<div style="display:table"><span style="display:table-cell">The first cell of it</span><span style="display:table-cell">The second cell of it</span></div>',
    ],
    [
      'columns set as inline blocks',
      '<div><div style="display:inline-block">The first cell of it</div><div style="display:inline-block">The second cell of it</div></div>',
    ],
    [
      'links set side by side',
      '<div><a style="display:inline-block">The first cell of it</a><a style="display:inline-block">The second cell of it</a></div>',
    ],
    [
      'links set side by side in a list or paragraph',
      `<p>${box('a', 'The first cell of it')} ${box('a', 'The second cell of it')}</p>`,
    ],
    [
      'labels of several words',
      `<div>${box('span', 'The first cell of it')} ${box('span', 'The second cell of it')}</div>`,
    ],
    [
      'a headline and what touches it',
      `<h3>${box('span', 'The first cell of it')}${box('span', 'The second cell of it')}</h3>`,
    ],
    ['text before and after code', '<div>The first cell of it<pre>x = 1</pre>The second cell of it</div>'],
    ['blocks in an inline element', '<b>The first cell of it<p>The second cell of it</p></b>'],
  ])('%s', (_, html) => {
    page(html);
    expect(textsOf()).toEqual(['The first cell of it', 'The second cell of it']);
  });
});

it('a menu of single words in boxes is no line', () => {
  const menu = 'International Politics Economy Technology Entertainment'.split(' ');
  page(`<div>${menu.map((word) => box('a', word)).join(' ')}</div><p>${CLAIM}</p>`);
  expect(textsOf().filter((text) => text.includes(' '))).toEqual([CLAIM]);
});

describe('what is read though it cannot be seen yet', () => {
  it.each([
    [
      'a panel folded to no height',
      `<div style="position:absolute;height:0;overflow:hidden"><p>${CLAIM}</p></div>`,
    ],
    ['closed details', `<details><summary>More on this</summary><p>${CLAIM}</p></details>`],
    ['what only find in page opens', `<div hidden="until-found"><p>${CLAIM}</p></div>`],
    [
      'what is rendered when near',
      `<div style="height:4000px"></div><section style="content-visibility:auto"><p>${CLAIM}</p></section>`,
    ],
  ])('%s', (_, html) => {
    page(html);
    expect(textsOf()).toContain(CLAIM);
  });
});

describe('what is left out', () => {
  it.each([
    ['an editor whatever its case', `<div contenteditable="TRUE">${CLAIM}</div>`],
    ['what an editor holds', `<div contenteditable><div contenteditable="false">${CLAIM}</div></div>`],
    ['CodeMirror', `<div class="cm-editor"><div class="cm-line">${CLAIM}</div></div>`],
    ['ProseMirror', `<div class="x ProseMirror"><p>${CLAIM}</p></div>`],
    ['Monaco', `<div class="monaco-editor"><div class="view-line"><span>${CLAIM}</span></div></div>`],
    ['code that is not to be translated', `<div translate="no" style="font-family:monospace">${CLAIM}</div>`],
    [
      'code in such an island',
      `<div class="notranslate"><code>let x = 1; let y = 2; let z = 3; let more = "and more of it";</code> ${CLAIM}</div>`,
    ],
    [
      'what a page hides under a label that says something else',
      `<div aria-label="Close"><span aria-hidden="true">${CLAIM}</span></div>`,
    ],
    ['a region its publisher took out', `<section data-factmark="off"><p>${CLAIM}</p></section>`],
    [
      'also what says “on” in it',
      `<section data-factmark="OFF"><p data-factmark="on">${CLAIM}</p></section>`,
    ],
    [
      'a copy for screen readers',
      `<span style="position:absolute;width:1px;height:1px;overflow:hidden">${CLAIM}</span>`,
    ],
  ])('%s', (_, html) => {
    page(html);
    expect(textsOf()).toEqual([]);
  });

  it('a sentence that is there twice, once for screen readers, is read once', () => {
    page(
      `<p><span style="position:absolute;clip-path:inset(50%);overflow:hidden;width:1px">${CLAIM}</span><span>${CLAIM}</span></p>`,
    );
    expect(textsOf()).toEqual([CLAIM]);
  });

  it('but not what is no editor', () => {
    page(`<p contenteditable="false">${CLAIM}</p><p contenteditable="inherit">${CLAIM}</p>`);
    expect(textsOf()).toEqual([CLAIM, CLAIM]);
  });
  it('nor an article that only holds some code, on a page that is not to be translated', () => {
    page(`<div translate="no"><p>${CLAIM} ${CLAIM}</p><p>See <code>x</code>.</p></div>`);
    expect(textsOf()).toEqual([`${CLAIM} ${CLAIM}`]);
  });

  it('a form whose fields bear the names of properties is still told for what it is', () => {
    page(
      `<form><input name="nodeType"><input name="attributes"><input name="firstChild"><p>${CLAIM}</p></form>`,
    );
    expect(textsOf()).toEqual([]);
    page(`<form><input name="nodeType"><input name="nextSibling"><h1>${CLAIM}</h1></form><p>${CLAIM}</p>`);
    expect(textsOf()).toEqual([CLAIM, CLAIM]);
  });
});

describe('elements of a kind', () => {
  it('are told apart where their place decides what they are', () => {
    const items = Array.from({ length: 40 }, (_, n) => `<b>Item number ${n}. </b>`).join('');
    page(`<style>section b:nth-child(n+10){display:block}</style><section>${items}</section>`);
    // The first after the rule begins may be taken for one of those before.
    expect(textsOf().length).toBeGreaterThan(20);
    expect(textsOf().join(' ')).toContain('Item number 39.');
  });

  it('are not left out for their likes', () => {
    const items = Array.from({ length: 40 }, (_, n) => `<li class="slide">Slide number ${n} of it</li>`).join(
      '',
    );
    page(`<style>.slide:not(:nth-child(20)){display:none}</style><ul>${items}</ul>`);
    expect(textsOf()).toEqual(['Slide number 19 of it']);
  });

  it('differ by what they stand in', () => {
    const list =
      '<ul><li><a href="#">One of the links in it.</a> </li><li><a href="#">One more of the links.</a> </li></ul>';
    page(
      `<style>#menu li,#menu a{display:block} #story li,#story a{display:inline}</style><div id="menu">${list.repeat(5)}</div><div id="story">${list}</div>`,
    );
    expect(textsOf()).toHaveLength(11);
  });
});

it('reads XHTML', () => {
  const xml = new DOMParser().parseFromString(
    `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>The US has a <b>mutual</b> pact.</p><br/><script>let x = 1; let y = 2;</script></body></html>`,
    'application/xhtml+xml',
  );
  const body = page('');
  body.append(...document.importNode(xml.documentElement, true).children);
  expect(textsOf()).toEqual(['The US has a mutual pact.']);
});
