/** How the command line ranks claims: by words and, where the word vectors are there, by meaning. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MeantCollection } from '../match/meaning/rank';
import { openVectors } from '../match/meaning/vectors';
import { MEANING_WEIGHTS } from '../match/meaning/weights';
import type { Collection } from '../match/score/collection';
import { type Ranked, rank as rankByWords } from '../match/score/rank';
import { WEIGHTS } from '../match/score/weights';

/** Word vectors, 8 MB, written by `npm run train:meaning`. Without them claims are ranked by words alone. */
const VECTORS = join(import.meta.dirname, 'data/meaning.bin');

/** By words and meaning if the vectors are there and the claims are in English, whose words they know. */
export function ranker(collection: Collection): (text: string, k: number) => Ranked[] {
  if (collection.language !== 'en' || !existsSync(VECTORS))
    return (text, k) => rankByWords(collection, WEIGHTS, text, k);
  const bytes = readFileSync(VECTORS);
  const vectors = openVectors(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const meant = new MeantCollection(collection, vectors);
  return (text, k) => meant.rank(WEIGHTS, MEANING_WEIGHTS, text, k);
}
