/**
 * Can a check's ways of saying be compiled? Checks come before or after the word sets they name, so each is tried with
 * sets taken for granted; whether those are there is asked at the end.
 */
import type { Matchable } from './library';
import { compile, PatternError, type Sequence } from './pattern';
import type { OrderedSets } from './sets';

/** Most words that all ways of one check unfold to with the sets and the open countries they name. */
const MOST_WORDS = 500_000;

/** `{any}` and `{other}` stand for the names of all countries. They are counted as a set of this name, which no set can have. */
const OPEN = '{any}';
const OPEN_COUNTRY = /\{(?:any|other)\}/g;
const NAMES_OF_COUNTRIES = 620;

const STAND_IN: readonly Sequence[] = [[{ kind: 'word', word: 'x' }]];

/** Takes every set for granted, and counts which were named. */
class Granted extends Map<string, readonly Sequence[]> {
  readonly named = new Map<string, number>();

  override get(name: string): readonly Sequence[] {
    this.named.set(name, (this.named.get(name) ?? 0) + 1);
    return STAND_IN;
  }
}

/** How often a check names each set. */
export type Uses = ReadonlyMap<string, number>;

/** The sets that a check names, or why its ways can't be compiled. */
export function usesOf(
  check: Pick<Matchable, 'claims'>,
): { readonly uses: Uses } | { readonly refused: string } {
  const granted = new Granted();
  for (const [c, claim] of check.claims.entries())
    for (const field of ['says', 'unless', 'echoes', 'subject'] as const)
      for (const [i, source] of claim[field].entries())
        try {
          compile(source, granted);
          const open = source.match(OPEN_COUNTRY)?.length ?? 0;
          if (open > 0) granted.named.set(OPEN, (granted.named.get(OPEN) ?? 0) + open);
        } catch (error) {
          if (error instanceof PatternError)
            return { refused: `/claims/${c}/${field}/${i}: a way of saying has ${error.message}` };
          throw error;
        }
  return { uses: granted.named };
}

/** Why a check with these uses can't be matched with these sets, undefined if it can. */
export function unserved(uses: Uses, { words }: OrderedSets): string | undefined {
  let all = 0;
  for (const [name, times] of uses) {
    const count = name === OPEN ? NAMES_OF_COUNTRIES : words.get(name);
    if (count === undefined) return `names the word set <${name}>, which the pack does not have`;
    all += count * times;
  }
  return all > MOST_WORDS ? `has ways of saying that unfold to more than ${MOST_WORDS} words` : undefined;
}
