/**
 * A search within the settings: what stands on the page is searched, so that it is found in the reader's own language.
 * Settings and sections without a hit are hidden, words that match are lit without touching the text (`::highlight`).
 */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { holdsAll, placesOf, wordsOf } from './find';

/** What is found one by one: our settings, and entries of the library. */
const UNITS = '[data-setting], .source-entry, .adding';
const LIT = 'found';

export interface Found {
  readonly settings: number;
  /** Ids of sections in which something was found. */
  readonly sections: ReadonlySet<string>;
}

/** Searches in `root` for what was typed, and again whenever the page changes; `undefined` without a search. */
export function useSearch(root: RefObject<HTMLElement | null>, typed: string): Found | undefined {
  const [found, setFound] = useState<Found>();
  const words = wordsOf(typed).join(' ');
  useEffect(() => {
    const { current } = root;
    if (!current) return;
    if (words === '') {
      showAll(current);
      setFound(undefined);
      return;
    }
    const look = () => {
      const now = show(current, words.split(' '));
      setFound((before) => (before && same(before, now) ? before : now));
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(current, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [words]);
  useEffect(() => () => CSS.highlights.delete(LIT), []);
  return found;
}

const same = (a: Found, b: Found): boolean =>
  a.settings === b.settings && [...a.sections].join() === [...b.sections].join();

function showAll(root: HTMLElement): void {
  for (const hidden of root.querySelectorAll('[data-miss]')) hidden.removeAttribute('data-miss');
  CSS.highlights.delete(LIT);
}

function show(root: HTMLElement, words: readonly string[]): Found {
  const sections = new Set<string>();
  const lit: StaticRange[] = [];
  let settings = 0;
  for (const place of root.querySelectorAll<HTMLElement>('.place')) {
    const heads = place.querySelectorAll('.section-head');
    // A section that is called so is shown as a whole.
    const whole = [...heads].some((head) => holdsAll(textOf(head), words));
    const units = [...place.querySelectorAll<HTMLElement>(UNITS)];
    const hits = units.filter((unit) => holdsAll(textOf(unit), words));
    for (const unit of units) unit.toggleAttribute('data-miss', !whole && !hits.includes(unit));
    place.toggleAttribute('data-miss', !whole && hits.length === 0);
    if (!whole && hits.length === 0) continue;
    settings += Math.max(hits.length, whole ? 1 : 0);
    sections.add(place.id);
    for (const element of [...heads, ...hits]) lit.push(...rangesIn(element, words));
  }
  CSS.highlights.set(LIT, new Highlight(...lit));
  return { settings, sections };
}

/** Pieces of text that stand beside each other are not one word. */
function textOf(element: Element): string {
  return textsIn(element)
    .map((node) => node.data)
    .join(' ');
}

function textsIn(element: Element): Text[] {
  // The choices of a list are not seen until it is opened.
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('select, textarea') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

const rangesIn = (element: Element, words: readonly string[]): StaticRange[] =>
  textsIn(element).flatMap((node) =>
    placesOf(node.data, words).map(
      ([startOffset, endOffset]) =>
        new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }),
    ),
  );
