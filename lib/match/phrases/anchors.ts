/**
 * What a pattern cannot do without: sets of words and of pairs of words, of each of which at least one member stands in
 * any sentence that contains the pattern. Rare sets first; a pair says much more than either of its words.
 */
import type { Node, Pattern, Sequence, Sets } from '../pattern';
import { commonness, together } from './commonness';
import { edgeWords, placeNames, rememberEdges, yearWords } from './edges';

/** Any of `lefts`; or, if there are `rights`, any of `lefts` right before any of `rights`. */
export interface Part {
  readonly lefts: readonly string[];
  readonly rights?: readonly string[];
}

/** A member of one of `parts` must be there. */
export interface AnchorSet {
  readonly parts: readonly Part[];
  /** How many words and pairs that is. */
  readonly size: number;
  /** How often one of them stands in 100,000 words of ordinary text. */
  readonly commonness: number;
}

/** Most sets kept for a pattern, and how common they may be beyond the first: the rest would turn away too little. */
const MOST_SETS = 4;
const MOST_COMMON = 1_500;
/** What a member costs in the index, in the coin of `commonness`. */
const BYTES = 2;

const cost = (set: AnchorSet) => set.commonness + BYTES * set.size;

/** The rarest sets of which `pattern` needs one member each; empty if it needs no word at all. */
export function anchorSets(pattern: Pattern): AnchorSet[] {
  const all = pattern.filter((c) => !c.absent).flatMap((c) => setsOf(c.sequence));
  all.sort((a, b) => cost(a.set) - cost(b.set));
  const kept: AnchorSet[] = [];
  const covered = new Set<Node>();
  for (const { set, nodes } of all) {
    if (kept.length === MOST_SETS) break;
    if (kept.length > 0 && cost(set) > MOST_COMMON) break;
    // A pair was found here already: its words by themselves add nothing.
    if (nodes.every((n) => covered.has(n))) continue;
    for (const node of nodes) covered.add(node);
    kept.push(set);
  }
  return kept;
}

interface Needed {
  readonly set: AnchorSet;
  readonly nodes: readonly Node[];
}

function setsOf(sequence: Sequence): Needed[] {
  const found: Needed[] = [];
  sequence.forEach((node, k) => {
    const set = setOf(node);
    if (set) found.push({ set, nodes: [node] });
    const after = sequence[k + 1];
    if (!set || !after) return;
    const lefts = edgeWords([node], 'last');
    const rights = lefts && edgeWords(sequence.slice(k + 1), 'first');
    if (!rights || BYTES * lefts.size * rights.size > MOST_COMMON) return;
    // Before an optional word the pair may reach beyond it, to a node that it then does not cover.
    found.push({ set: pairs([...lefts], [...rights]), nodes: [node, after] });
  });
  return found;
}

/** Of named sets, by their options: one object in all the ways that use it. */
const byOptions = new WeakMap<readonly Sequence[], AnchorSet | 'open'>();
const bySlot = new Map<string, AnchorSet | 'open'>();

/**
 * Reads the named sets of a pack, once for all its ways. Only these are kept: what ways spell out themselves hardly
 * ever comes twice, and a million such entries would cost more than they save.
 */
export function rememberSets(sets: Sets): void {
  for (const options of sets.values()) {
    rememberEdges(options);
    byOptions.set(options, unionOf(options) ?? 'open');
  }
}

/** The set of one node; `undefined` if it may match without any particular word. */
function setOf(node: Node): AnchorSet | undefined {
  if (node.kind === 'word') return singles([node.word]);
  if (node.kind === 'any') {
    const known = byOptions.get(node.options);
    return known === 'open' ? undefined : (known ?? unionOf(node.options));
  }
  if (node.kind !== 'slot') return undefined;
  let known = bySlot.get(node.slot);
  if (known === undefined) {
    known = slotSet(node.slot) ?? 'open';
    bySlot.set(node.slot, known);
  }
  return known === 'open' ? undefined : known;
}

function slotSet(slot: string): AnchorSet | undefined {
  if (slot === 'year') return singles(yearWords());
  const names = placeNames(slot);
  const short = names?.flatMap((words) => (words.length === 1 ? words : []));
  const long = names?.flatMap(([first, second]) =>
    second === undefined ? [] : pairs([first as string], [second]),
  );
  return short && long && union([singles(short), ...long]);
}

function unionOf(options: readonly Sequence[]): AnchorSet | undefined {
  const words: string[] = [];
  const others: AnchorSet[] = [];
  for (const option of options) {
    // Most options are one word.
    if (option.length === 1 && option[0]?.kind === 'word') {
      words.push(option[0].word);
      continue;
    }
    let best: AnchorSet | undefined;
    for (const { set } of setsOf(option)) if (!best || cost(set) < cost(best)) best = set;
    if (!best) return undefined;
    others.push(best);
  }
  return union(words.length > 0 ? [singles(words), ...others] : others);
}

const singles = (words: readonly string[]): AnchorSet => ({
  parts: [{ lefts: words }],
  size: words.length,
  commonness: commonness(words),
});

const pairs = (lefts: readonly string[], rights: readonly string[]): AnchorSet => ({
  parts: [{ lefts, rights }],
  size: lefts.length * rights.length,
  commonness: together(commonness(lefts), commonness(rights)),
});

const union = (sets: readonly AnchorSet[]): AnchorSet => ({
  parts: sets.flatMap((s) => s.parts),
  size: sets.reduce((sum, s) => sum + s.size, 0),
  commonness: sets.reduce((sum, s) => sum + s.commonness, 0),
});
