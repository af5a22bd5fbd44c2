import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import css from '../../entrypoints/marks/styles';
import { type PrintMark, watchPrint } from '../../lib/page/overlay/print';
import { CLAIM } from '../support/claim';
import { blocksOf, countMutations, page } from './support';

const HOSTILE = '<img src=x onerror="alert(1)">';
let controller: AbortController;
let root: ShadowRoot;

beforeEach(() => {
  controller = new AbortController();
  page(`<p>Before. ${CLAIM} After.</p><p>It is false that ${CLAIM}</p>`);
  root = document.body.appendChild(document.createElement('factmark-overlay')).attachShadow({ mode: 'open' });
  watchPrint(
    () => ({ title: 'Checked here', lang: 'en', dir: 'ltr', marks: marks() }),
    () => root,
    controller.signal,
  );
});
afterEach(() => {
  controller.abort();
  root.host.remove();
});

const marks = (): PrintMark[] =>
  blocksOf().map((block, n) => ({
    block,
    start: block.text.indexOf(CLAIM),
    end: block.text.indexOf(CLAIM) + CLAIM.length,
    sentence: n === 0 ? CLAIM : `${HOSTILE}  ${CLAIM}`,
    verdict: 'False',
    question: 'Is there a treaty?',
    by: 'Some Publisher, 1 May 2026',
    quiet: n > 0,
  }));
const print = (type: 'beforeprint' | 'afterprint') => window.dispatchEvent(new Event(type));
const highlights = () => [...CSS.highlights.keys()].filter((name) => name.startsWith('factmark'));

describe('on paper', () => {
  it('sentences are underlined where their text is, by ranges that do not live', () => {
    expect(highlights()).toEqual([]);
    print('beforeprint');
    expect(highlights()).toEqual(['factmark-says', 'factmark-mentions']);
    for (const name of highlights())
      for (const range of CSS.highlights.get(name) ?? []) {
        expect(range).toBeInstanceOf(StaticRange);
        const { startContainer, startOffset, endOffset } = range;
        expect(startContainer.textContent?.slice(startOffset, endOffset)).toBe(CLAIM);
      }
  });

  it('a list says what was found, as text and nothing else', () => {
    print('beforeprint');
    const items = [...root.querySelectorAll('.print-list li')];
    expect(items).toHaveLength(2);
    for (const part of ['False', 'Is there a treaty?', 'Some Publisher, 1 May 2026', CLAIM])
      expect(items[0]?.textContent).toContain(part);
    expect(items[1]?.querySelector('q')?.textContent).toBe(`${HOSTILE} ${CLAIM}`);
    expect(root.querySelector('img')).toBeNull();
  });

  it('nothing stays afterwards, and the page is as it was', () => {
    const before = document.body.innerHTML;
    const changes = countMutations();
    print('beforeprint');
    print('beforeprint');
    print('afterprint');
    expect(highlights()).toEqual([]);
    expect(root.childNodes).toHaveLength(0);
    expect(changes()).toBe(0);
    expect(document.body.innerHTML).toBe(before);
  });

  it('nothing stays when it ends in the middle', () => {
    print('beforeprint');
    controller.abort();
    expect(highlights()).toEqual([]);
    expect(root.childNodes).toHaveLength(0);
    print('beforeprint');
    expect(highlights()).toEqual([]);
  });

  it('the list is not seen on screen', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    print('beforeprint');
    expect(getComputedStyle(root.querySelector('.print-list') as Element).display).toBe('none');
  });
});
