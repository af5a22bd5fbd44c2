/** The languages of a segment's claims and how many claims are in each: its section reads `en 1200 es 34`. */
import type { Language } from '../language/tag';
import { type ByteWriter, decode, encode } from './bytes';
import { SegmentError } from './layout';

/** Writes the table, by language code. */
export function writeLanguages(counts: ReadonlyMap<Language, number>, to: ByteWriter): void {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  encode(sorted.map(([language, claims]) => `${language} ${claims}`).join(' '), to);
}

/** Reads the table. @throws SegmentError if it is not one, or does not add up to `claims`. */
export function readLanguages(bytes: Uint8Array, claims: number): ReadonlyMap<Language, number> {
  const words = bytes.length === 0 ? [] : decode(bytes, 0, bytes.length).split(' ');
  const counts = new Map<Language, number>();
  let sum = 0;
  for (let i = 0; i < words.length; i += 2) {
    const language = words[i] as string;
    const count = Number(words[i + 1]);
    if (!/^[a-z]{2,3}$/.test(language) || !(count > 0 && count <= claims) || counts.has(language)) break;
    counts.set(language, count);
    sum += count;
  }
  if (counts.size * 2 !== words.length || sum !== claims)
    throw new SegmentError('the segment is malformed: its languages do not add up to its claims');
  return counts;
}
