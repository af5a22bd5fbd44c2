/** The check and the review in a real engine: what they show, what they call, and in which direction. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { CheckActions } from '../../components/CheckActions';
import { CheckDocument, type CheckDocumentProps } from '../../components/CheckDocument';
import css from '../../components/check.css?inline';
import { ReviewDocument } from '../../components/ReviewDocument';
import type { FactCheck } from '../../lib/claims';
import { direction } from '../../lib/words';
import { until } from './support';
import { speak } from './words';

const FALSE = { label: 'Not so', rating: 'false' } as const;

const check: FactCheck = {
  format: 1,
  id: 'bridge',
  topic: 'bridges',
  language: 'en',
  question: 'Was the bridge sold?',
  answer: 'No. It stands where it stood.',
  verdict: FALSE,
  checkedOn: '2025-11-30',
  claims: [
    { id: 'c', text: 'The bridge was sold.', parties: [], says: ['x'], unless: [], echoes: [], subject: [] },
  ],
  summary: 'Nobody sold it [1]. A leaflet says so [2], and [9] is no source.',
  sections: [{ title: 'The leaflet', text: 'First [2].\n\nSecond [1].' }],
  bottomLine: 'It was not sold [1].',
  sources: [
    {
      title: 'Land register',
      publisher: 'Town',
      kind: 'primary',
      date: '1999',
      url: 'https://town.example/r',
    },
    { title: 'A leaflet', publisher: 'Unknown', kind: 'secondary' },
  ],
  followUps: [{ question: 'Who owns it?', check: 'owner' }, { question: 'And the tower?' }],
  changes: [
    { on: '2025-06-01', was: { label: 'Unclear', rating: 'unproven' }, why: 'The register was opened.' },
  ],
};

let root: HTMLElement;
function show(change: Partial<CheckDocumentProps> = {}): HTMLElement {
  root = document.createElement('div');
  document.body.append(root);
  act(() =>
    render(
      <CheckDocument
        check={check}
        publisher={{ name: 'Bridge Desk', disclaimer: 'It can be wrong.' }}
        topicTitle="Bridges"
        others={[]}
        related={[]}
        change={undefined}
        onOpen={() => {}}
        {...change}
      />,
      root,
    ),
  );
  return root;
}
afterEach(() => {
  render(null, root);
  root.remove();
  speak('en', 'en-GB');
});

const texts = (selector: string) => [...root.querySelectorAll(selector)].map((e) => e.textContent);
const get = (selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

describe('a check', () => {
  it('has its parts in order, numbered as they are cited', () => {
    show();
    expect(texts('.check-body h2')).toEqual([
      'Executive summary',
      '1. The leaflet',
      '2. Bottom line',
      'Sources',
      'Earlier verdicts',
      'Follow-up questions',
      'Who published this',
    ]);
    expect(texts('.contents a')).toEqual([
      'Executive summary',
      'The leaflet',
      'Bottom line',
      'Sources',
      'Earlier verdicts',
      'Follow-up questions',
    ]);
    for (const link of root.querySelectorAll('.contents a'))
      expect(root.querySelector(link.getAttribute('href') ?? ''), String(link.textContent)).not.toBeNull();
  });

  it('links a citation only where there is such a source, and leads there and back', () => {
    show();
    expect(texts('.cite')).toEqual(['[1]', '[2]', '[2]', '[1]', '[1]']);
    act(() => get('#cite-1-0').click());
    expect(document.activeElement).toBe(get('#source-2'));
    act(() => get('.source-return').click());
    expect(document.activeElement).toBe(get('#cite-1-0'));
    expect(texts('#source-1 .backlink')).toEqual(['Summary', 'Section 1', 'Bottom line']);
  });

  it('opens follow-ups that have a check, and only those', () => {
    const opened: string[] = [];
    show({ onOpen: (id) => opened.push(id) });
    expect(texts('#part-next button')).toEqual(['Who owns it?']);
    act(() => get('#part-next button').click());
    expect(opened).toEqual(['owner']);
  });

  it('tells how its verdict came to be, and what changed since it was opened', () => {
    const said = { question: check.question, answer: check.answer };
    show({
      change: {
        id: 'bridge',
        when: '2025-06-02T00:00:00Z',
        was: { ...said, verdict: { label: 'Unclear', rating: 'unproven' }, opened: '2025-05-01T00:00:00Z' },
        now: { ...said, verdict: FALSE },
        why: '',
      },
    });
    expect(get('.changed').innerText).toContain('When you opened it on 1 May 2025 it said');
    expect(get('.changed').innerText).toContain('Its publisher did not say why.');
    expect(get('.change-log').innerText).toContain('Changed on 1 June 2025');
  });

  it('names its publisher, and makes links only of what is an address', () => {
    const disclaimer = 'It can be wrong.';
    show({
      publisher: {
        name: 'Bridge Desk',
        disclaimer,
        url: 'https://desk.example/',
        corrections: 'desk@desk.example',
        support: 'https://desk.example/support',
      },
    });
    expect([...root.querySelectorAll('.publisher a')].map((a) => a.getAttribute('href'))).toEqual([
      'https://desk.example/',
      'mailto:desk@desk.example',
      'https://desk.example/support',
    ]);
    render(null, root);
    show({ publisher: { name: 'Bridge Desk', disclaimer, corrections: 'javascript:alert(1)' } });
    expect(root.querySelector('.publisher a')).toBeNull();
    expect(get('.publisher').innerText).toContain('javascript:alert(1)');
  });

  it('shows hostile text as text', () => {
    const evil = '<img src=x onerror=alert(1)>';
    show({ check: { ...check, question: evil, summary: `${evil} [1]`, bottomLine: evil } });
    expect(root.querySelector('img')).toBeNull();
    expect(get('h1').textContent).toBe(evil);
  });

  it('keeps the language of its text apart from ours', () => {
    speak('en', 'en-GB');
    show({ check: { ...check, language: 'ar', question: 'هل بيع الجسر؟' } });
    expect(get('h1').lang).toBe('ar');
    expect(getComputedStyle(get('h1')).direction).toBe('rtl');
    expect(get('#part-sources h2').closest('[lang="ar"]')).toBeNull();
    expect(direction()).toBe('ltr');
  });

  it('has its contents beside it only where there is room', async () => {
    show();
    root.style.inlineSize = '1000px';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    await until(() => getComputedStyle(get('.contents')).display === 'block', 'contents in 1,000 pixels');
    root.style.inlineSize = '400px';
    await until(() => getComputedStyle(get('.contents')).display === 'none', 'no contents in 400 pixels');
    document.adoptedStyleSheets = [];
  });
});

describe('a review', () => {
  it('says whose verdict it is, and never claims an address it has not', () => {
    show();
    render(
      <ReviewDocument
        review={{ id: 'r-1', claim: 'The bridge was sold.', publisher: 'Bridge Desk', verdict: FALSE }}
        source="A feed"
        others={[]}
        change={undefined}
        onOpen={() => {}}
      />,
      root,
    );
    expect(get('h1').textContent).toBe('“The bridge was sold.”');
    expect(root.innerText).toContain('Checked by Bridge Desk (no date given)');
    expect(root.innerText).toContain('Its publisher gave no address.');
    expect(root.querySelector('a')).toBeNull();
  });
});

describe('what can be taken along', () => {
  it('says so where the browser does not let copy', async () => {
    show();
    act(() =>
      render(
        <CheckActions
          copies={{ citation: 'c', markdown: 'm', claim_review: '{}', link: undefined }}
          onPrint={undefined}
        />,
        root,
      ),
    );
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error('no')) },
    });
    get('button').click();
    await until(() => root.innerText.includes('The browser did not allow copying.'), 'what went wrong');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    expect(texts('button').some((text) => text?.includes('Print'))).toBe(false);
  });
});
