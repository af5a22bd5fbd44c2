/**
 * Where everything lies in a file of word vectors, one ArrayBuffer. All numbers are little-endian: a header
 * of 32-bit words, the mean of what claims say, the terms' hashes in rising order (as unsigned numbers), one
 * scale for each term, and its vector in 8-bit numbers. A number of a vector is its 8 bits times the term's
 * scale.
 */
import { checksum } from '../segment/layout';

/** The bytes are not what they must be. `message` says what is wrong. */
export class MeaningError extends Error {
  override readonly name = 'MeaningError';
}

/** `FMWV` */
const MAGIC = 0x56574d46;
const VERSION = 1;
const HEADER_WORDS = 8;
const H = { magic: 0, version: 1, bytes: 2, checksum: 3, terms: 4, dimensions: 5 } as const;
/** Dimensions at most: what a sum of products of 8-bit numbers may need. */
const MOST_DIMENSIONS = 1_024;

/** The sections of a file of word vectors: views of its buffer. */
export interface VectorSections {
  readonly terms: number;
  readonly dimensions: number;
  readonly mean: Float32Array;
  readonly hashes: Uint32Array;
  readonly scales: Float32Array;
  readonly values: Int8Array;
}

const padded = (bytes: number) => Math.ceil(bytes / 4) * 4;
const bytesOf = (terms: number, dimensions: number) =>
  HEADER_WORDS * 4 + dimensions * 4 + terms * 8 + padded(terms * dimensions);

function sectionsOf(buffer: ArrayBuffer, terms: number, dimensions: number): VectorSections {
  let at = HEADER_WORDS * 4;
  const next = (bytes: number) => {
    const from = at;
    at += bytes;
    return from;
  };
  return {
    terms,
    dimensions,
    mean: new Float32Array(buffer, next(dimensions * 4), dimensions),
    hashes: new Uint32Array(buffer, next(terms * 4), terms),
    scales: new Float32Array(buffer, next(terms * 4), terms),
    values: new Int8Array(buffer, next(terms * dimensions), terms * dimensions),
  };
}

/**
 * The bytes of the vectors of `rows`, rounded to 8 bits. `mean`: the mean of what claims say, a sum of such
 * vectors.
 */
export function writeVectors(mean: Float64Array, rows: ReadonlyMap<number, Float64Array>): ArrayBuffer {
  const dimensions = mean.length;
  const buffer = new ArrayBuffer(bytesOf(rows.size, dimensions));
  const sections = sectionsOf(buffer, rows.size, dimensions);
  sections.mean.set(mean);
  [...rows]
    .sort(([a], [b]) => (a >>> 0) - (b >>> 0))
    .forEach(([hash, row], i) => {
      const scale = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
      sections.hashes[i] = hash;
      sections.scales[i] = scale;
      if (scale > 0)
        row.forEach((value, j) => {
          sections.values[i * dimensions + j] = Math.round(value / scale);
        });
    });
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  header[H.magic] = MAGIC;
  header[H.version] = VERSION;
  header[H.bytes] = buffer.byteLength;
  header[H.terms] = rows.size;
  header[H.dimensions] = dimensions;
  header[H.checksum] = checksum(new Int32Array(buffer), H.checksum + 1);
  return buffer;
}

/**
 * Reads and checks the sections of a file of word vectors.
 * @throws MeaningError
 */
export function readVectors(buffer: ArrayBuffer): VectorSections {
  const bytes = buffer.byteLength;
  if (bytes < HEADER_WORDS * 4 || bytes % 4 !== 0) fail(`${bytes} bytes are no word vectors: truncated?`);
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  const word = (at: number) => header[at] as number;
  if (word(H.magic) !== MAGIC) fail('no word vectors: the file does not begin with FMWV');
  if (word(H.version) !== VERSION)
    fail(`word vectors of version ${word(H.version)}; this program reads version ${VERSION}`);
  if (word(H.bytes) !== bytes)
    fail(`word vectors of ${word(H.bytes)} bytes, but there are ${bytes}: truncated?`);
  const terms = word(H.terms);
  const dimensions = word(H.dimensions);
  if (dimensions < 1 || dimensions > MOST_DIMENSIONS) fail(`word vectors of ${dimensions} dimensions`);
  if (terms > bytes || bytesOf(terms, dimensions) !== bytes)
    fail('the counts in the header of the word vectors do not add up to their size');
  if (checksum(new Int32Array(buffer), H.checksum + 1) >>> 0 !== word(H.checksum))
    fail('the checksum of the word vectors is wrong: the bytes are damaged');
  const sections = sectionsOf(buffer, terms, dimensions);
  checkSections(sections);
  return sections;
}

function checkSections({ hashes, scales, mean }: VectorSections): void {
  for (let i = 1; i < hashes.length; i++)
    if ((hashes[i] as number) <= (hashes[i - 1] as number))
      fail('the terms of the word vectors are out of order');
  if (!mean.every(Number.isFinite)) fail('the mean of the word vectors is no number');
  if (!scales.every((scale) => scale >= 0 && scale < MOST_SCALE))
    fail('a word vector with an impossible scale');
}

/** Vectors this long would sum to more than a number holds exactly. */
const MOST_SCALE = 1e6;

function fail(message: string): never {
  throw new MeaningError(message);
}
