/**
 * On paper: what is drawn for the screen would stand in the wrong places there, so while the page is printed the
 * marked sentences are underlined where the text itself is painted, and a list at the end says what was found.
 * Nothing of it stays: registered highlights make every frame dear.
 */

import { locate } from '../dom/ranges';
import { doc } from '../dom/safe';
import type { Block } from '../read/blocks';

export interface PrintMark {
  readonly block: Block;
  /** Offsets of the sentence into `block.text`. */
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  /** The publisher's own word for its verdict. */
  readonly verdict: string;
  readonly question: string;
  /** Who checked it, and when, as it is to be read. */
  readonly by: string;
  /** The sentence denies, asks or mentions the claim: underlined more quietly. */
  readonly quiet: boolean;
}

/** What is printed of a page, and in which language it is said. */
export interface PrintList {
  readonly title: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly marks: readonly PrintMark[];
}

/** Names of the highlights; their looks are in the extension's own style sheet, for print only. */
const LOUD = 'factmark-says';
const QUIET = 'factmark-mentions';

/**
 * Underlines the marks of `printed()` and lists them in `host()` from `beforeprint` to `afterprint`; where the engine has no
 * highlights, the list alone. Ends with `signal`.
 */
export function watchPrint(
  printed: () => PrintList,
  host: () => ShadowRoot | undefined,
  signal: AbortSignal,
): void {
  let list: Element | undefined;
  const clear = () => {
    list?.remove();
    list = undefined;
    const registry = registryOf();
    registry?.delete(LOUD);
    registry?.delete(QUIET);
  };
  const prepare = () => {
    clear();
    if (signal.aborted) return;
    const what = printed();
    const all = what.marks;
    if (all.length === 0) return;
    highlight(
      LOUD,
      all.filter((m) => !m.quiet),
    );
    highlight(
      QUIET,
      all.filter((m) => m.quiet),
    );
    list = listOf(what);
    host()?.append(list);
  };
  window.addEventListener('beforeprint', prepare, { signal });
  window.addEventListener('afterprint', clear, { signal });
  signal.addEventListener('abort', clear);
}

const registryOf = (): HighlightRegistry | undefined =>
  typeof CSS !== 'undefined' && typeof Highlight !== 'undefined' ? CSS.highlights : undefined;

function highlight(name: string, marks: readonly PrintMark[]): void {
  const ranges = marks.flatMap(({ block, start, end }) => locate(block, start, end) ?? []);
  if (ranges.length > 0) registryOf()?.set(name, new Highlight(...ranges));
}

function listOf({ title, lang, dir, marks }: PrintList): Element {
  const section = make('section', 'print-list');
  section.lang = lang;
  section.dir = dir;
  section.append(make('h2', '', title));
  const list = section.appendChild(make('ol', ''));
  for (const { sentence, verdict, question, by } of marks) {
    const item = list.appendChild(make('li', ''));
    item.append(make('q', '', sentence.replace(/\s+/g, ' ').trim()));
    item.append(make('b', '', verdict), make('span', '', question));
    item.append(make('small', '', by));
  }
  return section;
}

function make(tag: string, className: string, text = ''): HTMLElement {
  const element = doc.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
