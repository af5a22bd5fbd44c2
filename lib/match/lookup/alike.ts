/**
 * What half and mistyped words may stand for, in the vocabularies of all sources taken together. Vocabularies hold words,
 * whatever the language: each is asked once for a word, and every language reads the answer its own way.
 */
import { mistakesIn, near } from './near';
import type { Vocabulary } from './vocabulary';
import type { Work } from './work';

/** Other words tried for a half or mistyped one. */
const MOST_COMPLETED = 48;
const MOST_CORRECTED = 16;
/** With fewer letters, a half word may become anything. */
const MOST_FOR_ONE_LETTER = 12;
/** Words corrected at most for one search: the rarest, of which one that no source has is the first. */
export const MOST_MENDED = 6;

/** A word as typed, folded; a `half` one may be the beginning of another. */
export interface TypedWord {
  readonly word: string;
  readonly half: boolean;
}

/** A word that another may have been meant to be. */
export interface Meant {
  readonly word: string;
  readonly mistakes: number;
}

export class Alike {
  private readonly completions = new Map<string, readonly string[]>();
  private readonly corrections = new Map<string, readonly Meant[]>();

  constructor(
    private readonly vocabularies: readonly Vocabulary[],
    private readonly work: Work,
  ) {}

  /** The commonest words that begin like `word`. */
  completed(word: string): readonly string[] {
    const known = this.completions.get(word);
    if (known) return known;
    const most = word.length < 2 ? MOST_FOR_ONE_LETTER : MOST_COMPLETED;
    const found = this.commonest((vocabulary) => vocabulary.startingWith(word, most), most);
    this.completions.set(word, found);
    return found;
  }

  /** What `correct` found that a word may have been meant to be; undefined where it did not look. */
  corrected = ({ word, half }: TypedWord): readonly Meant[] | undefined =>
    this.corrections.get(keyOf(word, half));

  /** Corrects the rarest of these words, as far as the work allows. Steps end with a `yield`. */
  *correct(typed: Iterable<TypedWord>): Generator<void> {
    const different = new Map<string, TypedWord>();
    for (const one of typed)
      if (mistakesIn(one.word.length) > 0) different.set(keyOf(one.word, one.half), one);
    const rarest = [...different.values()]
      .map((one) => ({ one, common: this.commonnessOf(one.word) }))
      .sort((a, b) => a.common - b.common)
      .slice(0, MOST_MENDED);
    for (const { one } of rarest) yield* this.mend(one);
  }

  private *mend({ word, half }: TypedWord): Generator<void> {
    const alike = new Map<Vocabulary, ReturnType<typeof near>>();
    for (const vocabulary of this.vocabularies) {
      if (!this.work.mayWalk) break;
      alike.set(vocabulary, near(vocabulary, word, mistakesIn(word.length), half, this.work));
      yield;
    }
    const meant = [1, 2].flatMap((mistakes) => {
      const those = (vocabulary: Vocabulary) =>
        vocabulary.commonest(
          (alike.get(vocabulary) ?? []).filter((n) => n.mistakes === mistakes).map((n) => n.word),
          MOST_CORRECTED,
        );
      return this.commonest(those, MOST_CORRECTED).map((other) => ({ word: other, mistakes }));
    });
    this.corrections.set(keyOf(word, half), meant);
  }

  /** The `most` commonest of the words that each vocabulary gives, commonest first, each once. */
  private commonest(wordsOf: (vocabulary: Vocabulary) => readonly number[], most: number): string[] {
    const common = new Map<string, number>();
    for (const vocabulary of this.vocabularies)
      for (const i of wordsOf(vocabulary)) {
        const word = vocabulary.word(i);
        common.set(word, Math.max(common.get(word) ?? 0, vocabulary.commonness(i)));
      }
    return [...common]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([word]) => word);
  }

  /** How common a word is where it is commonest; -1 if none has it. */
  private commonnessOf(word: string): number {
    return this.vocabularies.reduce((most, vocabulary) => {
      const i = vocabulary.lower(word);
      const has = i < vocabulary.size && vocabulary.word(i) === word;
      return has ? Math.max(most, vocabulary.commonness(i)) : most;
    }, -1);
  }
}

/** No folded word holds a space. */
const keyOf = (word: string, half: boolean): string => (half ? `${word} ` : word);
