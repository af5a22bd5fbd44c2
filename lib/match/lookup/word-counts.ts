/** Gathers the words of an index while it is built, with how often each was said, and writes them down. */

import { writeWords } from './vocabulary';

/** Words kept at most; past this those said once only are forgotten. About 100 bytes each while gathered. */
const MOST = 200_000;
/** Shorter ones have nothing to complete or mistype, longer ones nobody types. */
const SHORTEST = 3;
const LONGEST = 32;

/** No figures in it, and no script that is read a few characters at a time. */
const WORD = /^[^\d\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3000-\uffff]+$/;

export class WordCounts {
  private counts = new Map<string, number>();

  /** Counts a word, folded as `wordsIn` gives it. */
  add(word: string): void {
    const known = this.counts.get(word);
    if (known !== undefined) {
      this.counts.set(word, known + 1);
      return;
    }
    if (word.length < SHORTEST || word.length > LONGEST || !WORD.test(word)) return;
    if (this.counts.size >= MOST) this.forgetRare();
    this.counts.set(word, 1);
  }

  /** All of them, as `Vocabulary` reads them. The same words give the same bytes. */
  written(): ArrayBuffer {
    return writeWords(this.counts);
  }

  private forgetRare(): void {
    for (let least = 2; this.counts.size > MOST / 2; least *= 2)
      this.counts = new Map([...this.counts].filter(([, count]) => count >= least));
  }
}
