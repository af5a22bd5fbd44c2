/** A pack's word sets, made fit to be compiled: each after those that it names, and none that unfolds without measure. */
import { compileSets, PatternError, tokensIn } from './pattern';

export type NamedSets = Readonly<Record<string, readonly string[]>>;

/** Most words of a set with those of the sets it names in it: such as name each other would double at every step. */
const MOST_WORDS = 10_000;

/** Most sets that stand on each other. */
const MOST_HEIGHT = 16;

const NAME = /<([a-z0-9-]+)>/g;

/** Sets in an order in which each stands after those it names, and how many words each unfolds to. */
export interface OrderedSets {
  readonly sets: NamedSets;
  readonly words: ReadonlyMap<string, number>;
}

/**
 * Orders word sets: JSON that was written with its keys sorted does not keep their order.
 * @throws PatternError if they name sets that are not there, name each other in a circle, unfold to too many words, or
 * can't be compiled.
 */
export function orderSets(sets: NamedSets): OrderedSets {
  const words = new Map<string, number>();
  const ordered: Record<string, readonly string[]> = {};
  const open = new Set<string>();
  const heights = new Map<string, number>();
  const place = (name: string): void => {
    if (words.has(name)) return;
    const entries = Object.hasOwn(sets, name) ? sets[name] : undefined;
    if (!entries) throw new PatternError(`unknown set <${name}>`);
    if (open.has(name)) throw new PatternError(`set <${name}> names itself`);
    open.add(name);
    let count = 0;
    let height = 1;
    for (const entry of entries) {
      count += tokensIn(entry);
      for (const [, other = ''] of entry.matchAll(NAME)) {
        if (open.size < MOST_HEIGHT) place(other);
        count += words.get(other) ?? 0;
        height = Math.max(height, 1 + (heights.get(other) ?? MOST_HEIGHT));
      }
    }
    open.delete(name);
    if (height > MOST_HEIGHT)
      throw new PatternError(`set <${name}> stands on more than ${MOST_HEIGHT} others`);
    heights.set(name, height);
    if (count > MOST_WORDS) throw new PatternError(`set <${name}> unfolds to more than ${MOST_WORDS} words`);
    words.set(name, count);
    ordered[name] = entries;
  };
  for (const name of Object.keys(sets)) place(name);
  compileSets(ordered);
  return { sets: ordered, words };
}
