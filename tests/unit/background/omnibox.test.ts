/** The keyword in the address bar: what is suggested, and what Enter opens. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followOmnibox } from '../../../entrypoints/background/omnibox';
import { takeForTab } from '../../../entrypoints/sidepanel/lookup';
import type { SearchHit } from '../../../lib/messages/calls';
import { browser, reset, shown } from '../../support/places';

vi.mock('../../../lib/browser', () => import('../../support/places'));

const hit = (id: string, question: string, label: string, marks: [number, number][] = []): SearchHit => ({
  claim: '',
  marks: { question: marks, answer: [], claim: [] },
  card: {
    kind: 'check',
    id,
    question,
    answer: '',
    verdict: { label, rating: 'false' },
    checkedOn: '2026-01-02',
    topic: 't',
    topicTitle: 'T',
    language: 'en',
    publisher: 'P & Q',
    disclaimer: '',
  },
});
let hits: SearchHit[] = [];
const typed = async (text: string) => {
  const answers: { content: string; description: string }[][] = [];
  await browser.omnibox.onInputChanged.fire(text, (list: never) => answers.push(list));
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  return answers[0] ?? [];
};
const entered = (text: string, disposition = 'currentTab') =>
  browser.omnibox.onInputEntered.fire(text, disposition);

beforeEach(() => {
  reset();
  followOmnibox(() => hits);
  hits = [];
  shown.tabs = [{ id: 1, windowId: 1, url: 'https://a.example/' }];
});

describe('suggestions', () => {
  it('tell question, verdict and publisher as sound XML, with the found words marked', async () => {
    hits = [hit('a', 'Is <b> & "c" a \u0001 pact?', 'Not so', [[3, 6]])];
    expect(await typed('pact')).toEqual([
      {
        content: 'Is <b> & "c" a \u0001 pact?',
        description:
          'Is <match>&lt;b&gt;</match> &amp; &quot;c&quot; a  pact? – <match>Not so</match> – <dim>P &amp; Q</dim>',
      },
    ]);
  });
  it('name no question twice, and are none for no words', async () => {
    hits = [hit('a', 'Same?', 'False'), hit('b', 'Same?', 'True'), hit('c', 'Other?', 'True')];
    expect((await typed('x')).map((s) => s.content)).toEqual(['Same?', 'Other?']);
    expect(await typed('  ')).toEqual([]);
  });
  it('survive ranges that do not fit', async () => {
    hits = [
      hit('a', 'Short?', 'False', [
        [4, 2],
        [2, 99],
        [1, 3],
      ]),
    ];
    expect((await typed('x'))[0]?.description).toContain('Sh<match>ort?</match>');
  });
});

describe('a search', () => {
  it('is one at a time, and the newest words win', async () => {
    reset();
    const asked: string[] = [];
    const waiting: (() => void)[] = [];
    followOmnibox(async ({ text }) => {
      asked.push(text);
      await new Promise<void>((go) => waiting.push(go));
      return [hit(text, `${text}?`, 'False')];
    });
    const answers: string[] = [];
    const type = (text: string) =>
      browser.omnibox.onInputChanged.fire(text, (list: { content: string }[]) =>
        answers.push(...list.map((one) => one.content)),
      );
    const first = type('p');
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    const all = [first, ...['pa', 'pac', 'pact'].map(type)];
    waiting[0]?.();
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.();
    await Promise.all(all);
    expect(asked).toEqual(['p', 'pact']);
    expect(answers).toEqual(['pact?']);
    // What was suggested is opened without another search.
    await entered('pact?');
    expect(asked).toHaveLength(2);
    expect(shown.opened.map((t) => t.url)).toEqual(['chrome-extension://factmark-id/check.html#pact']);
  });
});

describe('Enter', () => {
  it('opens the check that was chosen, where the reader wants it', async () => {
    hits = [hit('a', 'Same?', 'False'), hit('rocks.c', 'Other?', 'True')];
    await entered('Other?');
    await entered('Same?', 'newBackgroundTab');
    expect(shown.opened).toEqual([
      { url: 'chrome-extension://factmark-id/check.html#rocks.c', here: true },
      { url: 'chrome-extension://factmark-id/check.html#a', active: false },
    ]);
  });
  it('looks words of the reader up, and notes nothing in a private window', async () => {
    await entered('pact & more', 'newForegroundTab');
    expect(await takeForTab()).toBe('pact & more');
    hits = [hit('a', 'Same?', 'False')];
    shown.tabs = [{ id: 1, windowId: 1, url: '', incognito: true }];
    await entered('Same?');
    expect(shown.opened.map((t) => t.url)).toEqual([
      'chrome-extension://factmark-id/popup.html?find',
      'chrome-extension://factmark-id/check.html?private#a',
    ]);
  });
});
