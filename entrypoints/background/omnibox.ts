/** The keyword `fm` in the address bar: finds checks of the library as the reader types. */
import { browser } from '../../lib/browser';
import type { PanelCalls, SearchHit } from '../../lib/messages/calls';
import { say } from '../../lib/words';

type Search = (
  query: Parameters<PanelCalls['search']>[0],
) => Promise<readonly SearchHit[]> | readonly SearchHit[];

/** Suggestions shown; browsers show no more than five or six. */
const MOST = 6;

/** To be called whenever the background starts. */
export function followOmnibox(search: Search): void {
  const { omnibox } = browser;
  // Firefox for Android has none.
  if (!omnibox) return;
  // In Chrome `%s` is what was typed.
  omnibox.setDefaultSuggestion({
    description: import.meta.env.FIREFOX
      ? say('browser_omnibox_find_plain')
      : escaped(say('browser_omnibox_find', '%s')),
  });
  omnibox.onInputChanged.addListener((text, suggest) => {
    void suggestions(search, text).then(suggest, () => suggest([]));
  });
  omnibox.onInputEntered.addListener((text, disposition) => open(search, text, disposition));
}

/** Each is named by its question, which is what stands in the address bar when it is chosen; so none is named twice. */
async function suggestions(search: Search, text: string) {
  if (text.trim() === '') return [];
  const hits = await search({ text, most: MOST });
  const named = new Map<string, SearchHit>();
  for (const hit of hits) if (!named.has(hit.card.question)) named.set(hit.card.question, hit);
  return [...named].map(([content, hit]) => ({ content, description: describe(hit) }));
}

/** Question, verdict and publisher. Chrome reads this as XML, Firefox as text. */
function describe({ card, marks }: SearchHit): string {
  const { question, verdict, publisher } = card;
  if (import.meta.env.FIREFOX) return say('browser_omnibox_hit', question, verdict.label, publisher);
  return say(
    'browser_omnibox_hit',
    marked(question, marks.question),
    `<match>${escaped(verdict.label)}</match>`,
    `<dim>${escaped(publisher)}</dim>`,
  );
}

/** A text with the words that were looked for marked, as XML. `marks` are ranges in order. */
function marked(text: string, marks: SearchHit['marks']['question']): string {
  let at = 0;
  let out = '';
  for (const [start, end] of marks) {
    if (start < at || end <= start) continue;
    out += `${escaped(text.slice(at, start))}<match>${escaped(text.slice(start, end))}</match>`;
    at = end;
  }
  return out + escaped(text.slice(at));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML 1.0; characters that it does not know at all are left out, or the browser would show nothing. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** A suggestion that was chosen opens its check; words of the reader's own are looked up. */
async function open(search: Search, text: string, disposition: string): Promise<void> {
  const hits = await search({ text, most: MOST });
  const chosen = hits.find(({ card }) => card.question === text.trim());
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  // What is opened from a private window is not remembered.
  const page = active?.incognito ? 'check.html?private' : 'check.html';
  const url = browser.runtime.getURL(
    chosen ? `${page}#${chosen.card.id}` : `popup.html?find=${encodeURIComponent(text.slice(0, 1_000))}`,
  );
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
