import { describe, expect, it } from 'vitest';
import { locate } from '../../lib/page/dom/ranges';
import { CLAIM } from '../support/claim';
import { blocksOf, page, textsOf } from './support';

describe('reading blocks', () => {
  it('joins inline elements, split text nodes and comments', () => {
    page(
      '<p>The <em>US</em> has <!-- -->a <a href="#">mutual <span>def</span>ense</a> pact with Is<!-- x --><b>rael</b>.</p>',
    );
    const text = document.querySelector('em')?.firstChild as Text;
    text.splitText(1);
    expect(textsOf()).toEqual([CLAIM]);
  });

  it('keeps blocks apart, also without white space between them', () => {
    page(
      '<div><p>First paragraph here</p><p>Second paragraph here</p><ul><li>Third one, an item</li></ul>Loose text at the end</div>',
    );
    expect(textsOf()).toEqual([
      'First paragraph here',
      'Second paragraph here',
      'Third one, an item',
      'Loose text at the end',
    ]);
  });

  it('breaks lines at <br> and not at line ends of the source', () => {
    page('<p>One line of\n   the source<br>and another line</p>');
    expect(blocksOf()[0]?.text).toMatch(/^One line of +the source\nand another line$/);
  });

  it('takes two line breaks in a row as the end of a paragraph', () => {
    page(
      '<div>A first paragraph of it.<br><br>A second paragraph of it,<br>in two lines.<br> <br>A third one of it.</div>',
    );
    expect(textsOf()).toEqual([
      'A first paragraph of it.',
      'A second paragraph of it, in two lines.',
      'A third one of it.',
    ]);
  });

  it('takes display as the page renders it, not as tags suggest', () => {
    page(
      '<p><span style="display:block">A first block of text</span><span style="display:block">A second block of text</span></p><div style="display:inline">one flowing </div><div style="display:inline">sentence of text</div>',
    );
    expect(textsOf()).toEqual([
      'A first block of text',
      'A second block of text',
      'one flowing sentence of text',
    ]);
  });

  it('joins a floated drop cap and skips ruby notes', () => {
    page(
      '<p><span style="float:left;font-size:3em">T</span>here is a pact with <ruby>Israel<rt>note</rt></ruby>.</p>',
    );
    expect(textsOf()).toEqual(['There is a pact with Israel.']);
  });

  it.each([
    ['an editor', `<div contenteditable>${CLAIM}</div>`],
    ['a plain-text editor', `<div contenteditable="plaintext-only">${CLAIM}</div>`],
    ['a text box', `<div role="textbox">${CLAIM}</div>`],
    ['a form', `<form><p>${CLAIM}</p><textarea>${CLAIM}</textarea></form>`],
    ['a button', `<button>${CLAIM}</button>`],
    ['code', `<pre>${CLAIM}</pre><code>${CLAIM}</code>`],
    [
      'hidden text',
      `<p hidden>${CLAIM}</p><p style="display:none">${CLAIM}</p><p aria-hidden="true">${CLAIM}</p>`,
    ],
    [
      'scripts and templates',
      `<script type="text/plain">${CLAIM}</script><template>${CLAIM}</template><noscript>${CLAIM}</noscript>`,
    ],
    ['navigation and the footer of the site', `<nav><p>${CLAIM}</p></nav><footer><p>${CLAIM}</p></footer>`],
    ['a sidebar’s links to other stories', `<aside><ul><li><a href="#">${CLAIM}</a></li></ul></aside>`],
    ['our own host', `<factmark-overlay>${CLAIM}</factmark-overlay>`],
  ])('skips %s', (_, html) => {
    page(html);
    expect(textsOf()).toEqual([]);
  });

  it('reads the prose of a sidebar and the footer of an article', () => {
    page(
      `<aside><p>${CLAIM}</p></aside><article><footer><p>A correction was made here.</p></footer></article>`,
    );
    expect(textsOf()).toEqual([CLAIM, 'A correction was made here.']);
  });

  it('reads a page that is wrapped in one form, without its fields', () => {
    page(
      `<form><main><p>${CLAIM}</p><label>Your opinion on that, please</label><input value="x"></main></form>`,
    );
    expect(textsOf()).toEqual([CLAIM]);
  });

  it('reads open shadow roots with their slots', () => {
    const body = page('<div id="host"><p>Text from the light side</p></div>');
    const root = (body.firstElementChild as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Text before the slot</p><slot></slot><p>Text after the slot</p>';
    expect(textsOf()).toEqual(['Text before the slot', 'Text from the light side', 'Text after the slot']);
  });

  it('leads every offset back to the node it came from', () => {
    page('<p>The <em>United\nStates</em> has a <!-- --> pact<br>with <b>Israel</b> today.</p>');
    const [block] = blocksOf();
    if (!block) throw new Error('no block');
    for (let i = 0; i < block.text.length; i++) {
      if (/\s/.test(block.text[i] as string)) continue;
      const range = locate(block, i, i + 1);
      if (!range) throw new Error(`offset ${i} leads nowhere`);
      expect((range.startContainer as Text).data[range.startOffset]).toBe(block.text[i]);
    }
  });

  it('cuts very long text between words, losing nothing, and still leads back to the nodes', () => {
    const long = Array.from({ length: 8_000 }, (_, n) => `word${n}`).join(' ');
    page(`<p>${long} ${CLAIM}</p>`);
    const blocks = blocksOf();
    expect(blocks.length).toBeGreaterThan(5);
    expect(Math.max(...blocks.map((b) => b.text.length))).toBeLessThanOrEqual(8_001);
    expect(blocks.map((b) => b.text).join('')).toBe(`${long} ${CLAIM}`);
    const last = blocks.at(-1);
    const at = last?.text.indexOf('US has') ?? -1;
    const range = last && locate(last, at, at + 2);
    if (!range) throw new Error('the last block leads nowhere');
    expect((range.startContainer as Text).data.slice(range.startOffset, range.endOffset)).toBe('US');
  });

  it('does not touch the page', () => {
    page(
      `<article><p>${CLAIM} <i>More</i> text.</p><div style="overflow:auto"><p>${CLAIM}</p></div></article>`,
    );
    const before = document.documentElement.outerHTML;
    textsOf();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('survives deep nesting', () => {
    const body = page('');
    let at: Element = body.appendChild(document.createElement('p'));
    for (let n = 0; n < 1_500; n++) at = at.appendChild(document.createElement('i'));
    at.textContent = CLAIM;
    expect(textsOf()).toEqual([CLAIM]);
    body.innerHTML = '';
  });
});
