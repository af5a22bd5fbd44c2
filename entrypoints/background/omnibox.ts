/** The keyword `fm` in the address bar: finds checks of the library as the reader types. */
import { browser } from '../../lib/browser';
import { SUGGESTS_IN_XML } from '../../lib/browser/differences';
import type { PanelCalls, SearchHit } from '../../lib/messages/calls';
import { say } from '../../lib/words';
import { leaveForTab } from '../sidepanel/lookup';

type Search = (
  query: Parameters<PanelCalls['search']>[0],
) => Promise<readonly SearchHit[]> | readonly SearchHit[];

/** Suggestions shown; browsers show no more than five or six. */
const MOST = 6;
/** Checks remembered of what was suggested while the reader types. */
const REMEMBERED = 200;

/** To be called whenever the background starts. */
export function followOmnibox(search: Search): void {
  const { omnibox } = browser;
  // Firefox for Android has none.
  if (!omnibox) return;
  // In Chrome `%s` is what was typed.
  omnibox.setDefaultSuggestion({
    description: SUGGESTS_IN_XML
      ? escaped(say('browser_omnibox_find', '%s'))
      : say('browser_omnibox_find_plain'),
  });
  /** Checks that were suggested, by the question that names them. */
  const suggested = new Map<string, string>();
  const newest = oneAtATime(search);
  omnibox.onInputChanged.addListener(async (text, suggest) => {
    const hits = text.trim() === '' ? [] : await newest(text).catch(() => []);
    // Newer words were typed meanwhile.
    if (hits === undefined) return;
    const named = byQuestion(hits);
    if (suggested.size + named.size > REMEMBERED) suggested.clear();
    for (const [question, { card }] of named) suggested.set(question.trim(), card.id);
    suggest([...named].map(([content, hit]) => ({ content, description: describe(hit) })));
  });
  omnibox.onInputEntered.addListener(async (text, disposition) => {
    // The background may have been ended since it suggested something; then it has to look again.
    const id =
      suggested.size > 0
        ? suggested.get(text.trim())
        : byQuestion(await search({ text, most: MOST })).get(text.trim())?.card.id;
    suggested.clear();
    await open(id, text, disposition).catch((error) => console.warn(`factmark: ${String(error)}`));
  });
}

/** One search at a time: of the words typed meanwhile only the newest are looked for, and the others get `undefined`. */
function oneAtATime(search: Search): (text: string) => Promise<readonly SearchHit[] | undefined> {
  let running: Promise<unknown> = Promise.resolve();
  let turn = 0;
  return (text) => {
    const mine = ++turn;
    const next = running.then(async () => {
      if (mine !== turn) return undefined;
      const hits = await search({ text, most: MOST });
      return mine === turn ? hits : undefined;
    });
    running = next.catch(() => {});
    return next;
  };
}

/** Each is named by its question, which is what stands in the address bar when it is chosen; so none is named twice. */
function byQuestion(hits: readonly SearchHit[]): Map<string, SearchHit> {
  const named = new Map<string, SearchHit>();
  for (const hit of hits) if (!named.has(hit.card.question)) named.set(hit.card.question, hit);
  return named;
}

/** Question, verdict and publisher. Chrome reads this as XML, Firefox as text. */
function describe({ card, marks }: SearchHit): string {
  const { question, verdict, publisher } = card;
  if (!SUGGESTS_IN_XML) return say('browser_omnibox_hit', question, verdict.label, publisher);
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
async function open(id: string | undefined, text: string, disposition: string): Promise<void> {
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  // What is opened from a private window is not remembered.
  const page = active?.incognito ? 'check.html?private' : 'check.html';
  const url = id ? browser.runtime.getURL(`${page}#${id}`) : await leaveForTab(text.trim());
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
