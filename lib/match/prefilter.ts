/**
 * What a pattern cannot be found without, held against a sentence before any searching: of every list of words
 * it requires one must be there, and of every country. Most searches end here, at the cost of a few look-ups.
 */
import { meets, type Needs, needsOf } from './needs';
import type { Node, Pattern, Sequence } from './pattern';
import type { Read } from './search';

type WordSet = ReadonlySet<string>;

interface Required {
  readonly words: readonly WordSet[];
  readonly countries: Needs;
}

const required = new WeakMap<Pattern, Required>();
/** Word sets by the options they were read from: a named set is one object in all the ways that use it. */
const byOptions = new WeakMap<readonly Sequence[], WordSet | 'open'>();
/** What has been asked of a sentence already. */
const asked = new WeakMap<Read, { readonly words: WordSet; readonly answers: Map<WordSet, boolean> }>();

/** False only if `pattern` is certainly not in `read`. */
export function mayContain(pattern: Pattern, read: Read): boolean {
  let needs = required.get(pattern);
  if (!needs) {
    const words = pattern
      .filter((c) => !c.absent)
      .flatMap((c) => c.sequence.flatMap((n) => wordsOf(n) ?? []));
    // Short lists first: they are the likeliest to be missing.
    needs = { words: words.sort((a, b) => a.size - b.size), countries: needsOf(pattern) };
    required.set(pattern, needs);
  }
  let known = asked.get(read);
  if (!known) {
    known = { words: new Set(read.words.map((w) => w.word)), answers: new Map() };
    asked.set(read, known);
  }
  for (const set of needs.words) {
    let answer = known.answers.get(set);
    if (answer === undefined) {
      answer = intersects(set, known.words);
      known.answers.set(set, answer);
    }
    if (!answer) return false;
  }
  return meets(needs.countries, read.mentions);
}

function intersects(a: WordSet, b: WordSet): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const word of few) if (many.has(word)) return true;
  return false;
}

/** Words of which `node` needs one; `undefined` if it can do without any. */
function wordsOf(node: Node): WordSet | undefined {
  if (node.kind === 'word') return new Set([node.word]);
  if (node.kind !== 'any') return undefined;
  let known = byOptions.get(node.options);
  if (known === undefined) {
    known = union(node.options) ?? 'open';
    byOptions.set(node.options, known);
  }
  return known === 'open' ? undefined : known;
}

function union(options: readonly Sequence[]): WordSet | undefined {
  const all = new Set<string>();
  for (const option of options) {
    const sets = option.flatMap((n) => wordsOf(n) ?? []).sort((a, b) => a.size - b.size);
    const smallest = sets[0];
    if (!smallest) return undefined;
    for (const word of smallest) all.add(word);
  }
  return all;
}
