/** Writes the next edition of a feed from its bytes. Nothing is swapped yet. */
import { EditionWriter, isWorn } from '../editions/writer';
import type { Env } from '../env';
import { importFeed } from '../feeds/import';
import type { Edition } from '../source';
import type { Note } from './step';

/** Most bytes of a feed that are read. */
export const LARGEST_FEED = 1e9;

export interface FeedInput {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes to come, if that is known. */
  readonly length?: number | undefined;
  /** Its address, against which those in it are read. */
  readonly base?: string | undefined;
}

export interface WrittenFeed {
  readonly edition: Edition;
  readonly licence: string | undefined;
  /** It holds just what the edition before holds. */
  readonly same: boolean;
}

/** `current` is the edition of the source `id` before it. */
export async function writeFeed(
  env: Env,
  id: string,
  current: Edition | undefined,
  { chunks, length = 0, base }: FeedInput,
  note: Note,
): Promise<WrittenFeed> {
  const from = current && !isWorn(current) ? current : undefined;
  const writer = await EditionWriter.begin({ source: id, from, env });
  const counted = counting(chunks, (done) => note({ doing: 'fetching', done, of: length, unit: 'bytes' }));
  const { records, licence, newest } = await importFeed(writer, counted, { env, base });
  await writer.removeUnseen('all');
  const edition = await writer.finish({ version: '', serial: 0, updated: newest, records }, (done, of) =>
    note({ doing: 'indexing', done, of, unit: 'reviews' }),
  );
  // Whatever is new, changed or gone makes a layer.
  return { edition, licence, same: from !== undefined && edition.layers.length === from.layers.length };
}

async function* counting(chunks: AsyncIterable<Uint8Array>, note: (bytes: number) => void) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    note(bytes);
    yield chunk;
  }
}
