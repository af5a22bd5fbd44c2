/**
 * Claims and sentences to measure with: the CheckThat collection when `../shared/data` is there, else made-up ones;
 * larger collections are filled up with claims in which words are exchanged for others of the same collection.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BareClaim } from '../../lib/match/segment/build';

const DATA = resolve(import.meta.dirname, '../../../shared/data');

/** A generator of numbers in 0..1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function lines<T>(file: string): T[] {
  const path = resolve(DATA, file);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export interface Corpus {
  readonly name: string;
  readonly claims: readonly BareClaim[];
  /** Tweets that repeat claims. */
  readonly tweets: readonly string[];
  /** Ordinary news sentences. */
  readonly news: readonly string[];
}

export function corpus(): Corpus {
  const claims = lines<BareClaim>('checkthat2022/claims.jsonl').map(({ id, claim, title }) => ({
    id,
    claim,
    title,
  }));
  if (claims.length === 0) return madeUp();
  const text = ({ text }: { text: string }) => text;
  return {
    name: 'checkthat2022',
    claims,
    tweets: lines<{ text: string }>('checkthat2022/train/queries.jsonl').map(text),
    news: lines<{ text: string }>('negatives-dev.jsonl').map(text),
  };
}

/** Sentences over an invented vocabulary in Zipf's proportions. */
function madeUp(): Corpus {
  const next = random(1);
  const syllables = 'ba co di fu ga he ki lo mu na pe ri so tu va we xi yo za ther'.split(' ');
  const vocabulary = Array.from({ length: 15_000 }, (_, i) => {
    let word = '';
    for (let n = i + 20; n > 0; n = Math.floor(n / 20)) word += syllables[n % 20];
    return next() < 0.2 ? (word[0] as string).toUpperCase() + word.slice(1) : word;
  });
  const word = () => vocabulary[Math.floor(vocabulary.length ** next()) % vocabulary.length] as string;
  const sentence = (least: number, most: number) =>
    `${Array.from({ length: least + Math.floor(next() * (most - least)) }, word).join(' ')}.`;
  return {
    name: 'made up',
    claims: Array.from({ length: 14_000 }, (_, i) => ({
      id: `made-up-${i}`,
      claim: sentence(6, 24),
      title: sentence(4, 9),
    })),
    tweets: Array.from({ length: 1_000 }, () => sentence(12, 36)),
    news: Array.from({ length: 3_000 }, () => sentence(8, 40)),
  };
}

/** `count` claims: the collection's own, then copies with four words in ten exchanged. */
export function grow(claims: readonly BareClaim[], count: number): BareClaim[] {
  const next = random(7);
  const words = claims.flatMap(({ claim }) => claim.split(/\s+/));
  const exchange = (text: string) =>
    text
      .split(/\s+/)
      .map((word) => (next() < 0.4 ? (words[Math.floor(next() * words.length)] as string) : word))
      .join(' ');
  const all = claims.slice(0, count);
  while (all.length < count) {
    const { claim, title } = claims[Math.floor(next() * claims.length)] as BareClaim;
    const head = exchange(title ?? '');
    const slug = (head || claim)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 20);
    all.push({ id: `vclaim-sno-${slug}-${all.length}`, claim: exchange(claim), title: head });
  }
  return all;
}
