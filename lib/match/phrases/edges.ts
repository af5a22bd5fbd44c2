/** The words a part of a pattern may begin and end with. */
import type { Node, Sequence } from '../pattern';
import { NO_PLACE, PLACES } from '../places';

export type Edge = 'first' | 'last';
type WordSet = ReadonlySet<string>;

/** Words of which one stands at that edge of any text the sequence fits; `undefined` if others may, or none at all. */
export function edgeWords(sequence: Sequence, edge: Edge): WordSet | undefined {
  const words = new Set<string>();
  for (let i = 0; i < sequence.length; i++) {
    const node = sequence[edge === 'first' ? i : sequence.length - 1 - i] as Node;
    // These take up no words.
    if (node.kind === 'implied' || node.kind === 'edge') continue;
    const own = nodeEdge(node, edge);
    if (!own) return undefined;
    if (node.kind !== 'optional' && words.size === 0) return own;
    for (const word of own) words.add(word);
    if (node.kind !== 'optional') return words;
  }
  return undefined;
}

/** Of named sets. */
const byOptions = {
  first: new WeakMap<readonly Sequence[], WordSet | 'open'>(),
  last: new WeakMap<readonly Sequence[], WordSet | 'open'>(),
};
const bySlot = { first: new Map<string, WordSet | 'open'>(), last: new Map<string, WordSet | 'open'>() };

function nodeEdge(node: Node, edge: Edge): WordSet | undefined {
  if (node.kind === 'word') return new Set([node.word]);
  if (node.kind === 'slot') {
    let known = bySlot[edge].get(node.slot);
    if (known === undefined) {
      const words =
        node.slot === 'year'
          ? yearWords()
          : placeNames(node.slot)?.map((name) => name.at(edge === 'first' ? 0 : -1) as string);
      known = words ? new Set(words) : 'open';
      bySlot[edge].set(node.slot, known);
    }
    return known === 'open' ? undefined : known;
  }
  if (node.kind !== 'any' && node.kind !== 'optional') return undefined;
  const known = byOptions[edge].get(node.options);
  return known === 'open' ? undefined : (known ?? optionsEdge(node.options, edge));
}

/** Reads a named set's options, once for all the ways that use it. */
export function rememberEdges(options: readonly Sequence[]): void {
  for (const edge of ['first', 'last'] as const)
    byOptions[edge].set(options, optionsEdge(options, edge) ?? 'open');
}

function optionsEdge(options: readonly Sequence[], edge: Edge): WordSet | undefined {
  const words = new Set<string>();
  for (const option of options) {
    const own = edgeWords(option, edge);
    if (!own) return undefined;
    for (const word of own) words.add(word);
  }
  return words;
}

/** Names, word by word, of the countries that fill a slot; `undefined` if it is filled by a number. */
export function placeNames(slot: string): readonly (readonly string[])[] | undefined {
  if (slot === 'number' || slot === 'money' || slot === 'year') return undefined;
  if (slot !== 'any' && slot !== 'other') return namesByCode.get(slot) ?? [];
  return [...namesByCode].flatMap(([code, names]) => (code === NO_PLACE ? [] : names));
}

const namesByCode = new Map<string, (readonly string[])[]>();
for (const places of PLACES.values())
  for (const { code, words } of places) {
    const names = namesByCode.get(code);
    if (names) names.push(words);
    else namesByCode.set(code, [words]);
  }

/** Every word that fills `{year}`, as `lib/match/search.ts` reads it: `1951`, `1950s`. */
export function yearWords(): string[] {
  const years = Array.from({ length: 300 }, (_, i) => `${1_800 + i}`);
  return [...years, ...years.map((year) => `${year}s`)];
}
