/** Finds a compiled way of saying in the words of a sentence. Work is bounded whatever the pattern and text. */
import type { Mention } from './mentions';
import type { Node, Openings, Pattern, Sequence } from './pattern';
import { mayContain } from './prefilter';
import type { Word } from './words';

/** A sentence ready for searching. */
export interface Read {
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
}

/** A range of words and the mentions that `{US}`-like slots took in it. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly slots: readonly Mention[];
  /** Countries that words found stand for without naming them. */
  readonly implied: readonly string[];
}

/** Where a pattern was found: the range of the whole, and of each of its clauses. */
export interface Found extends Part {
  readonly parts: readonly Part[];
}

/** Most node visits of a search; ordinary sentences need a few hundred. */
const MAX_STEPS = 20_000;
/** Most nodes on one path: each is a few calls deep, and the stack has an end. */
const MAX_DEPTH = 500;

let taken = 0;
/** Node visits of all searches until now: the difference of two is the work between them. */
export const stepsTaken = (): number => taken;

/** Finds `pattern` in `read`; `parties` are the codes the claim is about (what `{other}` excludes). */
export function search(pattern: Pattern, read: Read, parties: readonly string[]): Found | undefined {
  if (!mayContain(pattern, read)) return undefined;
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  const slots: Mention[] = [];
  const implied: string[] = [];
  const parts: Part[] = [];
  const last = taken + MAX_STEPS;
  for (const { sequence, absent } of pattern) {
    const found = searchClause(sequence, read, parties, last);
    if (absent === (found !== undefined)) return undefined;
    if (!found) continue;
    parts.push(found);
    start = Math.min(start, found.start);
    end = Math.max(end, found.end);
    slots.push(...found.slots);
    implied.push(...found.implied);
  }
  return { start, end, slots, implied, parts };
}

/** `last`: the step after which nothing more is tried, so that no clause is found. */
function searchClause(
  clause: Sequence,
  read: Read,
  parties: readonly string[],
  last: number,
): Part | undefined {
  let depth = 0;
  const { words } = read;
  const slots: Mention[] = [];
  const implied: string[] = [];
  type Next = (at: number) => number;

  const run = (nodes: Sequence, k: number, at: number, next: Next): number => {
    if (taken >= last || depth >= MAX_DEPTH) return -1;
    taken++;
    depth++;
    const node = nodes[k];
    const end = node ? step(node, at, (after) => run(nodes, k + 1, after, next)) : next(at);
    depth--;
    return end;
  };
  const oneOf = ({ byWord, loose }: Openings, at: number, next: Next): number => {
    const word = words[at]?.word;
    const worded = word === undefined ? undefined : byWord.get(word);
    const first = worded ? tryAll(worded, at, next) : -1;
    return first >= 0 ? first : tryAll(loose, at, next);
  };
  const tryAll = (options: readonly Sequence[], at: number, next: Next): number => {
    for (const option of options) {
      const end = run(option, 0, at, next);
      if (end >= 0) return end;
    }
    return -1;
  };
  const step = (node: Node, at: number, next: Next): number => {
    switch (node.kind) {
      case 'word':
        return words[at]?.word === node.word ? next(at + 1) : -1;
      case 'any':
        return oneOf(node.openings, at, next);
      case 'optional': {
        const with_ = oneOf(node.openings, at, next);
        return with_ >= 0 ? with_ : next(at);
      }
      case 'gap': {
        for (let skip = 0; skip <= node.most && at + skip <= words.length; skip++) {
          if (skip > 0 && !node.crosses && words[at + skip - 1]?.before === 'clause') return -1;
          const end = next(at + skip);
          if (end >= 0) return end;
        }
        return -1;
      }
      case 'implied': {
        implied.push(node.code);
        const end = next(at);
        if (end < 0) implied.pop();
        return end;
      }
      case 'edge':
        return at === (node.edge === 'start' ? 0 : words.length) ? next(at) : -1;
      case 'slot': {
        const width = slotWidth(node.slot, at, read, parties);
        if (width === 0) return -1;
        const mention = read.mentions.find((m) => m.start === at);
        // Two partners set side by side must be two: a country of neither party fills one slot only.
        if (mention && !parties.includes(mention.code) && slots.some((s) => s.code === mention.code))
          return -1;
        if (mention) slots.push(mention);
        const end = next(at + width);
        if (end < 0 && mention) slots.pop();
        return end;
      }
    }
  };

  for (let at = 0; at < words.length; at++) {
    const end = run(clause, 0, at, (e) => e);
    if (end >= 0) return { start: at, end, slots, implied };
    if (taken >= last) return undefined;
  }
  return undefined;
}

const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve dozen dozens twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand million millions billion billions trillion'.split(
    ' ',
  ),
);

/** How many words the slot takes at word `at`; 0 if it does not fit. */
function slotWidth(slot: string, at: number, read: Read, parties: readonly string[]): number {
  const word = read.words[at];
  if (!word) return 0;
  if (slot === 'number') return /^\d/.test(word.word) || NUMBER_WORDS.has(word.word) ? 1 : 0;
  if (slot === 'year') return /^(18|19|20)\d\d(s)?$/.test(word.word) ? 1 : 0;
  if (slot === 'money') {
    const scaled = /^(m|mn|bn|million|millions|billion|billions|trillion|dollars)$/.test(
      read.words[at + 1]?.word ?? '',
    );
    if (/^\d/.test(word.word) && (word.before === 'money' || /(bn|mn|m)$/.test(word.word) || scaled))
      return scaled ? 2 : 1;
    return /^(million|billion|billions|millions|trillion)$/.test(word.word) ? 1 : 0;
  }
  const mention = read.mentions.find((m) => m.start === at);
  if (!mention) return 0;
  const fits = slot === 'any' || (slot === 'other' ? !parties.includes(mention.code) : mention.code === slot);
  return fits ? mention.end - mention.start : 0;
}
