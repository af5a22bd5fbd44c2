/**
 * Splits text into sentences, in any language that marks their ends; abbreviations are known of the languages of Latin
 * script that there are rules for. Safe on any text: it never loses or reorders a character.
 */
import { isUnspaced } from './letters';

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const ABBREVIATIONS = new Set(
  'mio mrd bzw ggf evtl inkl sra dra mme mlle núm pág aprox mr mrs ms dr prof sen rep gov gen col lt sgt capt adm st jr sr vs etc inc ltd co corp dept est no vol fig art sec jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

const CLOSERS = '"\'\u201d\u2019)]\u00bb\u203a\u300d\u300f\uff09\u300b\u3011';
const MARKS = '.!?\u2026';
/** Marks that end a sentence wherever they stand: Arabic and Urdu, Devanagari, Chinese and Japanese. */
const FULL = '\u061f\u06d4\u0964\u0965\u3002\uff01\uff1f\uff61';
/** Most characters one sentence may hold; longer runs (tables, junk) are cut at a space. */
const MAX_SENTENCE = 1_200;

/** Sentence spans of `text`, trimmed of outer white space, in order. A line break ends a sentence. */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const push = (to: number) => {
    let start = from;
    let end = to;
    while (start < end && isSpace(text, start)) start++;
    while (end > start && isSpace(text, end - 1)) end--;
    if (end > start) spans.push({ start, end });
    from = to;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Letters and spaces, nearly always: no mark stands from @ up to the Arabic question mark.
    if ((code > 0x3f && code < 0x61f) || (code === 0x20 && i - from <= MAX_SENTENCE)) continue;
    const c = text[i] as string;
    const full = code > 0x7f && FULL.includes(c);
    if (c === '\n') push(i + 1);
    else if (i - from > MAX_SENTENCE && (c === ' ' || isUnspaced(code))) push(i + 1);
    else if (full || MARKS.includes(c)) {
      let end = i + 1;
      while (end < text.length && (MARKS.includes(text[end] as string) || FULL.includes(text[end] as string)))
        end++;
      while (end < text.length && CLOSERS.includes(text[end] as string)) end++;
      if (full ? !isAttributed(text, end) : endsSentence(text, i, end)) push(end);
      i = end - 1;
    }
  }
  push(text.length);
  return spans;
}

const isSpace = (text: string, at: number) => /\s/.test(text[at] as string);

/** 「…。」と述べた: what was said goes on with who said it. */
const isAttributed = (text: string, end: number): boolean =>
  (text[end - 1] === '\u300d' || text[end - 1] === '\u300f') && text[end] === '\u3068';

/** German writes ordinals with a full stop: am 3. Oktober, im 19. Jahrhundert. */
const ORDINAL =
  /^\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Jahrestag|Weltkrieg|Lebensjahr)\b/;

/** Does the mark at `mark` (followed by closers up to `end`) end a sentence? */
function endsSentence(text: string, mark: number, end: number): boolean {
  if (end >= text.length) return true;
  if (!/\s/.test(text[end] as string)) return false;
  const after = text.slice(end).match(/^\s+(["'\u201c\u2018(\u00ab\u2014-]*)(.)/su);
  if (!after) return true;
  const next = after[2] as string;
  const closed = end > mark + 1 && CLOSERS.includes(text[end - 1] as string);
  // “…never again.” she said: a small letter continues the sentence.
  if (/\p{Ll}/u.test(next) && (closed || text[mark] !== '.')) return text[mark] !== '.' && !closed;
  if (text[mark] !== '.') return true;
  if (/\p{Ll}/u.test(next)) return false;
  const word = text.slice(Math.max(0, mark - 12), mark).match(/([\p{L}.]+)$/u)?.[1] ?? '';
  if (/^\p{Lu}$/u.test(word)) return false;
  if (
    word === '' &&
    /(?<!\d)\d{1,2}$/.test(text.slice(Math.max(0, mark - 3), mark)) &&
    ORDINAL.test(text.slice(end, end + 20))
  )
    return false;
  // U.S. before a capital: a name nearly always follows ("U.S. Senate"), unless a new sentence opens with a short word.
  if (/^(\p{L}\.)+\p{L}$/u.test(word))
    return /^\s+(The|It|In|But|And|No|He|She|They|That|This|There|A|An|Its|Nor|Yet|If)\b/.test(
      text.slice(end),
    );
  return !ABBREVIATIONS.has(word.toLowerCase());
}
