/** `rank`: the claims that each query is most likely about, best first, without a threshold. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MeantCollection } from '../match/meaning/rank';
import { openVectors } from '../match/meaning/vectors';
import { MEANING_WEIGHTS } from '../match/meaning/weights';
import type { Collection } from '../match/score/collection';
import { type Ranked, rank as rankByWords } from '../match/score/rank';
import { WEIGHTS } from '../match/score/weights';
import { progress, readCollection, textsOf } from './collection';
import { options, required } from './options';
import { UsageError } from './usage';

/** Word vectors, 8 MB, written by `npm run train:meaning`. Without them claims are ranked by words alone. */
const VECTORS = join(import.meta.dirname, 'data/meaning.bin');

/** Runs the command; prints one JSON line per query: {id, ranked: [{id, score}]}. */
export async function rank(args: string[]): Promise<number> {
  const values = options(args, { claims: 'string', queries: 'string', k: 'short' });
  const claims = required(values, 'claims');
  const queries = required(values, 'queries');
  const k = Number(values.k ?? 5);
  if (!Number.isInteger(k) || k < 1 || k > 1000)
    throw new UsageError(`-k takes a whole number from 1 to 1000, not “${values.k}”`);
  const collection = await readCollection(claims);
  const ranked = ranker(collection);
  const note = progress('queries ranked');
  let n = 0;
  for await (const { id, text } of textsOf(queries)) {
    const best = ranked(text, k).map(({ at, score }) => ({
      id: collection.idOf(at),
      score: Number(score.toPrecision(6)),
    }));
    process.stdout.write(`${JSON.stringify({ id, ranked: best })}\n`);
    note(++n);
  }
  note(n, true);
  return 0;
}

/** By words and meaning if the vectors are there and the claims are in English, whose words they know. */
function ranker(collection: Collection): (text: string, k: number) => Ranked[] {
  if (collection.language !== 'en' || !existsSync(VECTORS))
    return (text, k) => rankByWords(collection, WEIGHTS, text, k);
  const bytes = readFileSync(VECTORS);
  const vectors = openVectors(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const meant = new MeantCollection(collection, vectors);
  return (text, k) => meant.rank(WEIGHTS, MEANING_WEIGHTS, text, k);
}
