/**
 * The words of a text in a given language, where they are not the tokens themselves: elided words are set apart, scripts
 * without spaces are read a few characters at a time, numbers are written as English writes them.
 */

import { fold } from '../fold';
import { isUnspaced } from '../letters';
import { readWords, type Word } from '../words';
import { joinedAndApart } from './english-words';
import { type Rules, rulesOf } from './rules';
import type { Language } from './tag';

/** The words of `text`, one sentence or title. Offsets count from `text`, whatever was set apart. */
export function wordsIn(text: string, language: Language): Word[] {
  const words = readWords(text);
  if (language === 'en') return joinedAndApart(words);
  const rules = rulesOf(language);
  const out: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (isUnspacedWord(text, word)) i = runs(text, words, i, out);
    else if (isHangul(word.word)) syllables(text, word, out);
    else if (rules.decimalComma && isDigit(text.charCodeAt(word.start))) i = figures(text, words, i, out);
    else if (rules.elides) elided(text, word, rules, out);
    else out.push(word);
  }
  return out;
}

const isDigit = (c: number) => c >= 48 && c <= 57;

/** One character of a script without spaces. */
function isUnspacedWord(text: string, { start, end }: Word): boolean {
  const code = text.codePointAt(start) as number;
  return end - start <= 2 && isUnspaced(code);
}

/**
 * Characters read together: Chinese characters and kana say more each than the letters of Thai and its like, of which
 * two follow each other by chance too often.
 */
const runLength = (code: number) => (code >= 0x3000 ? 2 : 3);

/**
 * Characters that follow each other from word `i` on, as overlapping runs; fewer than make a run are one. No word
 * is looked for in them: that takes a dictionary, and time that grows faster than the text (`Intl.Segmenter`).
 * Returns the index of the last character taken.
 */
function runs(text: string, words: readonly Word[], i: number, out: Word[]): number {
  const length = runLength(text.charCodeAt((words[i] as Word).start));
  let last = i;
  while (words[last + 1] && follows(text, words[last] as Word, words[last + 1] as Word)) last++;
  for (let from = i; from === i || from + length - 1 <= last; from++) {
    const { start, before } = words[from] as Word;
    const to = Math.min(from + length - 1, last);
    let word = '';
    for (let k = from; k <= to; k++) word += (words[k] as Word).word;
    out.push({ word, start, end: (words[to] as Word).end, before });
  }
  return last;
}

/** Most characters that vanish between two that belong together: a tone and a mark of direction. */
const VANISHED = 2;

function follows(text: string, last: Word, next: Word): boolean {
  const gap = text.slice(last.end, next.start);
  if (gap.length > VANISHED || !isUnspacedWord(text, next)) return false;
  return gap === '' || /^[\p{M}\p{Cf}]+$/u.test(gap);
}

/** Folding takes Hangul apart into jamo. */
const isHangul = (word: string) => {
  const c = word.charCodeAt(0);
  return c >= 0x1100 && c <= 0x11ff;
};

/** Korean words end in particles that no list of endings tells from stems: pairs of syllables are matched instead. */
function syllables(text: string, word: Word, out: Word[]): void {
  const whole = [...word.word.normalize('NFC')];
  // Text that is itself written in jamo keeps its word's offsets for every pair.
  const placed = text.slice(word.start, word.end).length === whole.length;
  if (whole.length < 2) out.push(word);
  for (let k = 0; k + 1 < whole.length; k++)
    out.push({
      word: `${whole[k]}${whole[k + 1]}`.normalize('NFKD'),
      start: placed ? word.start + k : word.start,
      end: placed ? word.start + k + 2 : word.end,
      before: word.before,
    });
}

/**
 * A number in figures, from word `i` on: thousands may be parted by spaces that do not break, as the French do. Returns
 * the index of the last word taken.
 */
function figures(text: string, words: readonly Word[], i: number, out: Word[]): number {
  const first = words[i] as Word;
  let at = i;
  if (/^\d{1,3}$/.test(first.word))
    for (let next = words[at + 1]; next; next = words[at + 1]) {
      const gap = text.slice((words[at] as Word).end, next.start);
      if (!/^[\u00a0\u202f\u2009]$/.test(gap) || !/^\d{3}(?!\d)/.test(text.slice(next.start, next.end)))
        break;
      at++;
    }
  const { end } = words[at] as Word;
  const written = text.slice(first.start, end).replace(/[\u00a0\u202f\u2009]/g, '');
  out.push({ ...first, word: commaNumber(written) ?? (at > i ? fold1(written) : first.word), end });
  return at;
}

/**
 * `3.800,5` as English folds it (`3800.5`). A lone point or comma before exactly three digits parts thousands, whichever
 * it is (Mexico and much of the web write 3,800), any other is the decimal mark. Undefined if it is no such number.
 */
export function commaNumber(figures: string): string | undefined {
  const parts = /^(\d+)((?:[.,]\d+)+)(\p{L}*)$/u.exec(figures);
  if (!parts) return undefined;
  const [, head, tail, unit] = parts as unknown as [string, string, string, string];
  const groups = tail.match(/[.,]\d+/g) as string[];
  const last = groups.pop() as string;
  if (groups.some((g) => g.length !== 4 || g[0] !== groups[0]?.[0])) return undefined;
  const thousands = head !== '0' && head.length <= 3;
  const large = last.length === 4 && thousands && (groups.length === 0 || groups[0]?.[0] === last[0]);
  if (!large && groups[0]?.[0] === last[0]) return undefined;
  const whole = head + groups.map((g) => g.slice(1)).join('');
  return `${whole}${large ? last.slice(1) : `.${last.slice(1)}`}${fold1(unit)}`;
}

function fold1(text: string): string {
  const words: string[] = [];
  fold(text, words);
  return words.join('');
}

const APOSTROPHE = /['\u2019\u02bc\uff07]/;

/** Sets apart what leans on a word (`l’`, `dell’`, `n’`) if it is a small word; `aujourd’hui` stays whole. */
function elided(text: string, word: Word, rules: Rules, out: Word[]): void {
  const slice = text.slice(word.start, word.end);
  const at = slice.search(APOSTROPHE);
  const first = at > 0 ? fold1(slice.slice(0, at)) : '';
  const rest = at > 0 ? fold1(slice.slice(at + 1)) : '';
  if (rest === '' || !(rules.stop.has(first) || rules.denies.has(first))) {
    out.push(word);
    return;
  }
  out.push({ ...word, word: first, end: word.start + at });
  out.push({ word: rest, start: word.start + at + 1, end: word.end, before: '' });
}
