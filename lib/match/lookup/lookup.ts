/**
 * Finding claims by some words of them, as a reader types: half words, mistakes, all languages of the library at once. For
 * that the index that pages are matched with is read another way; all it adds is the words of each segment.
 */
import type { Language } from '../language/tag';
import { atOnce } from '../segment/build';
import { goesBefore, sizeIn } from '../segment/query';
import type { Segment } from '../segment/segment';
import { Top } from '../segment/top';
import { Alike } from './alike';
import { type Asked, spread } from './spread';
import type { Vocabulary } from './vocabulary';
import { type Typed, typedIn, type WantedWord, wantedIn } from './wanted';
import { Work } from './work';

/** A segment with its words; without them, half and mistyped words are not found in it. */
export interface Shelf {
  readonly segment: Segment;
  readonly words?: Vocabulary | undefined;
}

/** A claim found. */
export interface Found {
  readonly id: string;
  /** 1: all words as typed; less where words are other forms, corrected or missing. */
  readonly share: number;
  /** It holds all words. */
  readonly full: boolean;
  /** The terms that were looked for, in any language: what to show as found. */
  readonly terms: ReadonlySet<number>;
}

/** Longest text that is looked for, in characters. */
export const LONGEST = 400;
/** Languages looked through: those of the most claims. */
const MOST_LANGUAGES = 16;

/**
 * The `most` claims that answer `text` best, best first, shorter ones first among equals. Claims that hold all its words;
 * if these are too few, also such as hold what the words may have been meant to be; if there are none at all, such as hold
 * the weightier half of them. Whenever a step ends in a `yield`, others may have their turn. Searches that share `work` do
 * no more than one may.
 * @throws SegmentError if a segment's bytes are malformed.
 */
export function* lookingUp(
  shelves: readonly Shelf[],
  text: string,
  most: number,
  work = new Work(),
): Generator<void, Found[]> {
  const cut = text.slice(0, LONGEST);
  if (most < 1 || shelves.length === 0) return [];
  const segments = shelves.map(({ segment }) => segment);
  const vocabularies = shelves.flatMap(({ words }) => words ?? []);
  const alike = new Alike(vocabularies, work);
  const read = languagesOf(segments).map((language) => ({ language, typed: typedIn(cut, language) }));
  const plain = yield* seek(segments, read, most, false, alike, work);
  if (plain.full.length >= most) return plain.full;
  for (const _ of alike.correct(read.flatMap(({ typed }) => typed.flatMap((one) => one.typed ?? []))))
    if (work.isTurn) yield;
  const tried = yield* seek(segments, read, most, true, alike, work);
  if (tried.full.length === 0) return tried.partial;
  const known = new Set(plain.full.map(({ id }) => id));
  return [...plain.full, ...tried.full.filter(({ id }) => !known.has(id))].slice(0, most);
}

/** The same in one go. */
export const lookUp = (shelves: readonly Shelf[], text: string, most: number, work?: Work): Found[] =>
  atOnce(lookingUp(shelves, text, most, work));

function* seek(
  segments: readonly Segment[],
  read: readonly { language: Language; typed: readonly Typed[] }[],
  most: number,
  mistyped: boolean,
  alike: Alike,
  work: Work,
) {
  const asked: Asked[] = [];
  const hashes = new Set<number>();
  for (const { language, typed } of read) {
    const words = wantedIn(typed, language, alike, mistyped, work);
    if (words.length === 0) continue;
    const size = sizeIn(segments, language);
    const worths = words.map((terms) => worthOf(segments, terms, size));
    asked.push({ language, words, worths });
    for (const terms of words) for (const { hash } of terms) hashes.add(hash);
    if (work.isTurn) yield;
  }
  const before = (s: number, a: number, t: number, b: number) => goesBefore(segments, s, a, t, b);
  const full = new Top(most, before);
  const partial = new Top(most, before);
  let ahead = sizeIn(segments);
  work.pass();
  for (const [s, segment] of segments.entries()) {
    const share = work.postingsFor(segment.size / Math.max(1, ahead));
    work.read(spread(segment, s, asked, full, partial, share), segment.size);
    ahead -= segment.size;
    if (work.isTurn) yield;
  }
  const found = (top: Top, isFull: boolean): Found[] =>
    top.drain().map(({ score, segment, claim }) => ({
      id: (segments[segment] as Segment).idOf(claim),
      share: score,
      full: isFull,
      terms: hashes,
    }));
  return { full: found(full, true), partial: found(partial, false) };
}

/** Of the most claims first. */
function languagesOf(segments: readonly Segment[]): Language[] {
  const counts = new Map<Language, number>();
  for (const { languages } of segments)
    for (const [language, claims] of languages) counts.set(language, (counts.get(language) ?? 0) + claims);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_LANGUAGES)
    .map(([language]) => language);
}

/**
 * What a word is worth: how many times the claims must be halved until only those that hold it are left, and 1. One that
 * nobody says tells nothing, and is worth 1.
 */
function worthOf(segments: readonly Segment[], terms: WantedWord, size: number): number {
  for (const { hash } of terms) {
    let frequency = 0;
    for (const segment of segments) frequency += segment.documentFrequency(hash);
    if (frequency > 0) return 1 + Math.log2((size + 1) / (Math.min(frequency, size) + 1));
  }
  return 1;
}
