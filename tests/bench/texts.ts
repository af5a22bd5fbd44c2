/**
 * Texts to scan and phrases to look for, made from a seed with the words of the project's own checks, reviews and
 * labelled passages. "Sparse": words drawn one by one in Zipf's proportions from 50,000, so that a text hardly ever
 * repeats a phrase. "Dense": texts and phrases walk the same chain of words, as if one author had written both.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { random } from './claims';

const ROOT = resolve(import.meta.dirname, '../..');

/** Words of a collection of texts in one style, endless. */
export type Words = () => string;

/** A style of writing; each seed is another text. */
export interface Style {
  readonly name: string;
  readonly words: (seed: number) => Words;
  /** Phrases are filed only if they hold a word that is not one of the commonest. */
  readonly telling: (word: string) => boolean;
}

const VOCABULARY = 50_000;
const EXPONENT = 1.07;
/** How often a dense text leaves the chain for a word drawn by its frequency alone. */
const LEAVES = 0.5;
/**
 * Words too common to make a phrase telling: nobody files “of the”. Set so that 500,000 phrases are hit once in about
 * 360 words of sparse text and 9 of dense text, the densities the goals are stated for.
 */
const COMMONEST = { sparse: 18_000, dense: 1_500 };

/** Every text of the project that readers might meet: checks with their reviews, and labelled passages. */
function ownTexts(): string[] {
  const folder = join(ROOT, 'public/starter/alliances');
  const files = readdirSync(folder).map((f) => join(folder, f));
  const fixtures = ['passages.jsonl', 'passages-2.jsonl', 'paraphrases.jsonl'];
  const lines = fixtures
    .flatMap((f) => readFileSync(join(ROOT, 'tests/fixtures', f), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text?: string; query?: string }).text ?? '');
  return [...files.map((f) => readFileSync(f, 'utf8')), ...lines];
}

/** The two styles. */
export function styles(): Style[] {
  const runs = ownTexts().map((text) => text.toLowerCase().match(/[a-z]+/g) ?? []);
  const counts = new Map<string, number>();
  for (const run of runs) for (const word of run) counts.set(word, (counts.get(word) ?? 0) + 1);
  const own = [...counts.keys()].sort((a, b) => (counts.get(b) as number) - (counts.get(a) as number));
  const vocabulary = [...own, ...madeUp(VOCABULARY - own.length)];
  const followers = new Map<string, string[]>();
  for (const run of runs)
    for (let i = 1; i < run.length; i++) {
      const list = followers.get(run[i - 1] as string);
      if (list) list.push(run[i] as string);
      else followers.set(run[i - 1] as string, [run[i] as string]);
    }
  const zipf = zipfOver(vocabulary);
  const rank = new Map(vocabulary.map((word, i) => [word, i]));
  const beyond = (count: number) => (word: string) => (rank.get(word) as number) >= count;
  return [
    { name: 'sparse', words: (seed) => drawn(zipf, random(seed)), telling: beyond(COMMONEST.sparse) },
    {
      name: 'dense',
      words: (seed) => walked(followers, zipf, random(seed)),
      telling: beyond(COMMONEST.dense),
    },
  ];
}

function madeUp(count: number): string[] {
  const syllables = 'ba co di fu ga he ki lo mu na pe ri so tu va we xi yo za ther'.split(' ');
  return Array.from({ length: count }, (_, i) => {
    let word = '';
    for (let n = i + 20; n > 0; n = Math.floor(n / 20)) word += syllables[n % 20];
    return word;
  });
}

/** Draws from `vocabulary`, the n-th word in proportion to n to the power of -`EXPONENT`. */
function zipfOver(vocabulary: readonly string[]): (share: number) => string {
  const sums = new Float64Array(vocabulary.length);
  let sum = 0;
  for (let n = 0; n < sums.length; n++) {
    sum += (n + 1) ** -EXPONENT;
    sums[n] = sum;
  }
  return (share) => {
    const target = share * sum;
    let low = 0;
    for (let high = sums.length - 1; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) < target) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] as string;
  };
}

const drawn =
  (zipf: (share: number) => string, next: () => number): Words =>
  () =>
    zipf(next());

function walked(
  followers: ReadonlyMap<string, readonly string[]>,
  zipf: (share: number) => string,
  next: () => number,
): Words {
  let word = 'the';
  return () => {
    const list = followers.get(word);
    word = !list || next() < LEAVES ? zipf(next()) : (list[Math.floor(next() * list.length)] as string);
    return word;
  };
}

/** A text of `characters`, in sentences with capitals, commas and full stops. */
export function page(words: Words, characters: number): string {
  let text = '';
  while (text.length < characters) {
    const length = 6 + (text.length % 23);
    let sentence = words();
    sentence = (sentence[0] as string).toUpperCase() + sentence.slice(1);
    for (let i = 1; i < length; i++) sentence += `${i % 11 === 0 ? ',' : ''} ${words()}`;
    text += `${sentence}. `;
  }
  // One flat string, as a page's text is; a rope would be flattened by whoever reads it first.
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** `count` different phrases of two to six words in the style. */
export function phrasesOf({ words, telling }: Style, count: number, seed: number): string[] {
  const next = random(seed);
  const word = words(seed);
  const phrases = new Set<string>();
  while (phrases.size < count) {
    const phrase = Array.from({ length: 2 + Math.floor(next() * 5) }, word);
    if (phrase.some(telling)) phrases.add(phrase.join(' '));
  }
  return [...phrases];
}
