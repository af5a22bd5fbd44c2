/**
 * The phrase table by size: what finding every phrase in a page adds to folding it. Pages of 200 kB in rotation, a
 * text of its own for every seed; each measure is the median of ratios taken side by side. "Cold": 96 MB are walked
 * before each 20 kB page, so that neither the table nor the page is in a cache.
 */
import { fold } from '../../lib/match/fold';
import { buildPhrases } from '../../lib/match/phrases/build';
import { openPhrases, type Phrases } from '../../lib/match/phrases/phrases';
import { print, quantile, timed } from './measure';
import { page, phrasesOf, type Style, styles } from './texts';

const PAGES = 10;
const ROUNDS = 15;
const PAGE = 200_000;
const COLD_PAGE = 20_000;
/** One phrase in so many is a single word that no text holds often: a table of authored checks has such anchors too. */
const SINGLES = 200;

export function phrasesBench(sizes: readonly number[]): void {
  for (const style of styles()) {
    const pages = Array.from({ length: PAGES }, (_, i) => page(style.words(1_000 + i), PAGE));
    const small = Array.from({ length: PAGES }, (_, i) => page(style.words(2_000 + i), COLD_PAGE));
    for (const size of sizes) measure(style, size, pages, small);
  }
}

function measure(style: Style, size: number, pages: readonly string[], small: readonly string[]): void {
  const info = { phrases: size, style: style.name };
  const texts = phrasesOf(style, size - Math.floor(size / SINGLES), 7);
  for (let i = 0; texts.length < size; i++) texts.push(`unheard${i}`);
  const folded = texts.map((text) => ({ tokens: fold(text).hashes }));
  const built = timed(() => buildPhrases(folded));
  print('phrases/build', built.ms / 1e3, 's', info);
  print('phrases/bytes', built.result.byteLength / 1e6, 'MB', {
    ...info,
    'bytes a phrase': Number((built.result.byteLength / size).toFixed(1)),
  });
  const copied = Math.min(...Array.from({ length: 5 }, () => timed(() => built.result.slice(0)).ms));
  const opened = Math.min(...Array.from({ length: 5 }, () => timed(() => openPhrases(built.result)).ms));
  print('phrases/load ÷ copying the bytes', opened / copied, 'ratio', { ...info, ms: opened });
  const phrases = openPhrases(built.result);
  const words = pages.reduce((sum, text) => sum + fold(text).hashes.length, 0);
  let hits = 0;
  let work = 0;
  for (const text of pages) work += find(phrases, text, () => void hits++);
  print('phrases/entries looked at a word', work / words, '', {
    ...info,
    'words a hit': Math.round(words / hits),
  });
  print('phrases/fold and find ÷ fold', ratio(phrases, pages, 0), 'ratio', { ...info, page: '200 kB' });
  print('phrases/fold and find ÷ fold', ratio(phrases, small, 0.5, sweepCaches), 'ratio', {
    ...info,
    page: '20 kB, cold',
  });
}

function find(phrases: Phrases, text: string, visit: () => undefined): number {
  const { hashes } = fold(text);
  return phrases.scan(hashes, 0, hashes.length, visit);
}

/** Times side by side, page by page; of each page's the `share` quantile over the rounds counts. */
function ratio(phrases: Phrases, pages: readonly string[], share: number, before?: () => void): number {
  const visit = (): undefined => {};
  let floor = 0;
  let found = 0;
  const floors = pages.map(() => [] as number[]);
  const finds = pages.map(() => [] as number[]);
  // The first round warms the compiler up.
  for (let round = 0; round <= ROUNDS; round++)
    for (const [i, text] of pages.entries()) {
      before?.();
      const a = timed(() => fold(text)).ms;
      before?.();
      const b = timed(() => find(phrases, text, visit)).ms;
      if (round === 0) continue;
      floors[i]?.push(a);
      finds[i]?.push(b);
    }
  for (const times of floors) floor += quantile(Float64Array.from(times).sort(), share);
  for (const times of finds) found += quantile(Float64Array.from(times).sort(), share);
  return found / floor;
}

const CACHES = new Int32Array(24 << 20);
let swept = 0;
function sweepCaches(): void {
  for (let i = 0; i < CACHES.length; i += 16) {
    swept += CACHES[i] as number;
    CACHES[i] = swept;
  }
}
