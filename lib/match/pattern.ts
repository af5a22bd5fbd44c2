/**
 * Ways of saying a claim: a small pattern language over words. It is data, bounded in size and in work;
 * there is nothing in it that can loop or run.
 *
 *   mutual defense pact      these words, in this order, next to each other
 *   (treaty|defense pact)    one of these
 *   <pact>                   one of a named set of the pack (`sets` in pack.json)
 *   [formal|binding]         may be there
 *   ~  ..  ...               up to 3, 8 or 20 words between; `~` and `..` stay in the clause
 *   {US}  {other}  {any}     a mention of that country; of one the claim is not about; of any
 *   {=US}                    nothing to find: the words beside it stand for that country (“juniper oak {=US} {=IL}”)
 *   {number} {money} {year}  a number, a sum, a year
 *   A & B                    both anywhere in the sentence
 *   A & !B                   A, and B nowhere in the sentence
 *   ^  $                     the sentence begins, ends here
 */
import { foldWord } from './fold';
import { canonical } from './words';

export type Node =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'any'; readonly options: readonly Sequence[]; readonly openings: Openings }
  | { readonly kind: 'optional'; readonly options: readonly Sequence[]; readonly openings: Openings }
  | { readonly kind: 'gap'; readonly most: number; readonly crosses: boolean }
  | { readonly kind: 'slot'; readonly slot: string }
  | { readonly kind: 'implied'; readonly code: string }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' };

export type Sequence = readonly Node[];

/** Options by the plain word they open with, since long lists of words are the rule; `loose` open otherwise. */
export interface Openings {
  readonly byWord: ReadonlyMap<string, readonly Sequence[]>;
  readonly loose: readonly Sequence[];
}

/** One clause of a way; with `absent` it must not be found. */
export interface Clause {
  readonly sequence: Sequence;
  readonly absent: boolean;
}

/** Clauses of a way: every one must hold in the sentence; the first is never an absent one. */
export type Pattern = readonly Clause[];

export type Sets = ReadonlyMap<string, readonly Sequence[]>;

/** Thrown by `compile` with what is wrong and where. */
export class PatternError extends Error {}

const TOKEN = /\s*(\.\.\.|\.\.|[~()[\]|&!^$]|<[a-z0-9-]+>|\{=?[A-Za-z]+\}|[^\s()[\]|&!^$<>{}~]+)/y;
const MAX_NESTING = 6;
const GAPS: Record<string, Node> = {
  '~': { kind: 'gap', most: 3, crosses: false },
  '..': { kind: 'gap', most: 8, crosses: false },
  '...': { kind: 'gap', most: 20, crosses: true },
};

/** Compiles a way of saying. Errors: `PatternError` naming the unknown set, stray bracket or empty choice. */
export function compile(source: string, sets: Sets): Pattern {
  const tokens = scan(source);
  let at = 0;
  const sequence = (depth: number): Sequence => {
    if (depth > MAX_NESTING) throw new PatternError('nested too deeply; use a named set');
    const nodes: Node[] = [];
    for (; at < tokens.length && !')]|&'.includes(tokens[at] as string); ) nodes.push(node(depth));
    if (nodes.length === 0) throw new PatternError('an empty choice; write at least one word');
    return nodes;
  };
  const choices = (close: string, depth: number): Sequence[] => {
    const options = [sequence(depth)];
    while (tokens[at] === '|') {
      at++;
      options.push(sequence(depth));
    }
    if (tokens[at] !== close) throw new PatternError(`a missing “${close}”`);
    at++;
    return options;
  };
  const node = (depth: number): Node => {
    const token = tokens[at++] as string;
    if (token === '(') return choice('any', choices(')', depth + 1));
    if (token === '[') return choice('optional', choices(']', depth + 1));
    if (token === '^' || token === '$') return { kind: 'edge', edge: token === '^' ? 'start' : 'end' };
    if (token === '!') throw new PatternError('“!” belongs right after “&”');
    if (token in GAPS) return GAPS[token] as Node;
    if (token.startsWith('{=')) return { kind: 'implied', code: token.slice(2, -1) };
    if (token.startsWith('{')) return { kind: 'slot', slot: token.slice(1, -1) };
    if (token.startsWith('<')) {
      const options = sets.get(token.slice(1, -1));
      if (!options) throw new PatternError(`unknown set ${token}; add it to “sets” in pack.json`);
      return choice('any', options);
    }
    const word = wordOf(token);
    if (word === '') throw new PatternError(`“${token}” has no letter`);
    return { kind: 'word', word };
  };
  const clauses: Clause[] = [{ sequence: sequence(0), absent: false }];
  while (tokens[at] === '&') {
    const absent = tokens[++at] === '!';
    if (absent) at++;
    clauses.push({ sequence: sequence(0), absent });
  }
  if (at < tokens.length) throw new PatternError(`a stray “${tokens[at]}”`);
  return clauses;
}

const words = new Map<string, string>();
/** Words remembered: the same few hundred stand in most ways of a pack. */
const MOST_WORDS = 20_000;

function wordOf(token: string): string {
  let word = words.get(token);
  if (word === undefined) {
    word = canonical(foldWord(token));
    if (words.size >= MOST_WORDS) words.clear();
    words.set(token, word);
  }
  return word;
}

function choice(kind: 'any' | 'optional', options: readonly Sequence[]): Node {
  const byWord = new Map<string, Sequence[]>();
  const loose: Sequence[] = [];
  for (const option of options) {
    const first = option[0];
    if (first?.kind !== 'word') loose.push(option);
    else {
      const same = byWord.get(first.word);
      if (same) same.push(option);
      else byWord.set(first.word, [option]);
    }
  }
  return { kind, options, openings: { byWord, loose } };
}

/** How many words, signs and names of sets a way of saying is made of; spaces are not needed between them. */
export const tokensIn = (source: string): number => scan(source).length;

function scan(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new PatternError(`cannot read “${source.slice(from, from + 12)}”`);
    // A hyphenated word is several words to the reader of pages.
    const token = match[1] as string;
    if (/^[\p{L}\p{N}]/u.test(token)) tokens.push(...token.split(/[-\u2013/]/).filter((t) => t !== ''));
    else tokens.push(token);
  }
  return tokens;
}

/** Compiles a pack's named sets; a set may use only sets that stand before it. */
export function compileSets(sets: Readonly<Record<string, readonly string[]>>): Sets {
  const compiled = new Map<string, readonly Sequence[]>();
  for (const [name, entries] of Object.entries(sets)) {
    compiled.set(
      name,
      entries.map((entry) => {
        const pattern = compile(entry, compiled);
        if (pattern.length !== 1)
          throw new PatternError(`set <${name}>: “&” belongs in a way of saying, not in a set`);
        return (pattern[0] as Clause).sequence;
      }),
    );
  }
  return compiled;
}
