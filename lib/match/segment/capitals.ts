/** What capitals tell: which words of a sentence are written like names. */
import type { Word } from '../words';

const SMALL = 0;
const CAPITAL = 1;
/** Two to twelve characters, none of them a small letter. */
const ALL_CAPITALS = 2;

/** How each word is written. Words that `skip` says do not count for what the sentence as a whole is like. */
export class Capitals {
  private readonly cases: Uint8Array;
  /** Headlines capitalise every word, shouting every letter: there, capitals say nothing about names. */
  private readonly style: 'sentence' | 'title' | 'shout';

  constructor(
    private readonly text: string,
    private readonly words: readonly Word[],
    counts: (i: number) => boolean,
  ) {
    this.cases = new Uint8Array(words.length);
    let counted = 0;
    let large = 0;
    let shouted = 0;
    for (let i = 0; i < words.length; i++) {
      const { start, end } = words[i] as Word;
      const how = caseOf(text, start, end);
      this.cases[i] = how;
      if (!counts(i)) continue;
      counted++;
      if (how !== SMALL) large++;
      if (how === ALL_CAPITALS) shouted++;
    }
    this.style =
      counted < 4
        ? 'sentence'
        : shouted > 0.6 * counted
          ? 'shout'
          : large > 0.8 * counted
            ? 'title'
            : 'sentence';
  }

  /** Is word `i` written like a name: all capitals, or a capital where the sentence does not give it one? */
  isName(i: number): boolean {
    const how = this.cases[i];
    if (how === SMALL || this.style === 'shout') return false;
    if (how === ALL_CAPITALS) return true;
    if (this.style === 'title') return false;
    if (!this.opensSentence(i)) return true;
    const here = this.words[i] as Word;
    const next = this.words[i + 1];
    return next !== undefined && this.cases[i + 1] !== SMALL && next.start === here.end + 1;
  }

  private opensSentence(i: number): boolean {
    const last = this.words[i - 1];
    if (last === undefined) return true;
    const start = (this.words[i] as Word).start;
    if (start === last.end + 1) return false;
    const gap = this.text.slice(last.end, start);
    return /[.!?:]|["\u201c\u2018'(]$/.test(gap);
  }
}

function caseOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first < 0x80) {
    if (first < 65 || first > 90) return SMALL;
  } else if (!/^\p{Lu}/u.test(text.slice(start, start + 2))) return SMALL;
  if (end - start < 2 || end - start > 12) return CAPITAL;
  for (let i = start + 1; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 97 && c <= 122) return CAPITAL;
    if (c >= 0x80) return /\p{Ll}/u.test(text.slice(i, end)) ? CAPITAL : ALL_CAPITALS;
  }
  return ALL_CAPITALS;
}
