/** Adds a source: a pack, a ClaimReview feed or a page that carries one, from an address or from files. */
import { reviewId } from '../../claims';
import { say } from '../../words';
import { readSource, readSources } from '../editions/swap';
import type { Env } from '../env';
import { type Got, get } from '../network/door';
import { shardsAt } from '../packs/at-address';
import type { Bytes } from '../packs/bytes';
import { jsonOf, packSourceId } from '../packs/check-manifest';
import { type ChosenPack, packAmong } from '../packs/from-files';
import type { Schedule, StoredSource } from '../source';
import type { Origin } from './install';
import { tell } from './kind';
import { withLock } from './lock';
import type { Outcome } from './outcome';
import type { Note } from './step';
import { takeFeed, takePack } from './take';
import { refresh, type Working } from './update';
import { workOn } from './work';
import { LARGEST_FEED } from './write-feed';

type Answered = Extract<Got, { kind: 'body' }>;

/** Longest name of a source. */
const LONGEST = 200;

/**
 * Adds what is at `address`, to be looked up by `schedule` (weekly, if that is not said); what is there already is updated.
 * @throws Error whose message says what to do; nothing has changed then.
 */
export const addFromAddress = (
  env: Working,
  address: string,
  note: Note = () => {},
  schedule?: Schedule,
): Promise<Outcome> =>
  withLock(() => workOn(env, () => fromAddress(env, address.trim(), note, schedule)), env.signal);

async function fromAddress(
  env: Working,
  typed: string,
  note: Note,
  schedule: Schedule | undefined,
): Promise<Outcome> {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url) url.hash = '';
  const address = url?.href ?? typed;
  const there = (await readSources(env.db)).find((source) => source.address === address);
  if (there) return refresh(env, there.id, note, { schedule });
  await env.room();
  note({ doing: 'asking', done: 0, of: 0, unit: 'bytes' });
  const got = await get(env, address, { source: '', why: say('store_why_add'), most: LARGEST_FEED });
  if (got.kind === 'same') throw new Error(say('store_add_nothing_sent'));
  const origin = { address, etag: got.etag, modified: got.modified, schedule };
  try {
    return await takeWhatCame(env, got, address, origin, note);
  } finally {
    // What was not read to its end is ended.
    await got.chunks.return(undefined);
  }
}

async function takeWhatCame(
  env: Working,
  got: Answered,
  address: string,
  origin: Origin,
  note: Note,
): Promise<Outcome> {
  const came = await tell(got.chunks);
  if (came.kind === 'pack') {
    const source = await installedPack(env, came.manifest);
    checkMove(source, address);
    const about = { source: source?.id ?? '', why: say('store_why_add_part') };
    return takePack(env, came.manifest, () => shardsAt(env, address, about), { source, origin, note });
  }
  const title = address.replace(/^https?:\/\//, '').slice(0, LONGEST);
  const feed = { id: feedId(address), title };
  const input = { chunks: came.chunks, length: got.length, base: address };
  return takeFeed(env, feed, input, { source: await readSource(env.db, feed.id), origin, note });
}

/**
 * Adds the pack or the feed in these files; what is there already is replaced.
 * @throws Error whose message says what to do; nothing has changed then.
 */
export const addFromFiles = (env: Env, files: readonly File[], note: Note = () => {}): Promise<Outcome> =>
  withLock(() => workOn(env, () => fromFiles(env, files, note)), env.signal);

async function fromFiles(env: Env, files: readonly File[], note: Note): Promise<Outcome> {
  await env.room();
  note({ doing: 'reading', done: 0, of: files.length, unit: 'files' });
  const pack = await packAmong(files);
  if (pack) return packFromFiles(env, pack, note);
  const [file, other] = files;
  if (!file || other) throw new Error(say('store_add_no_pack'));
  const feed = { id: feedId(file.name), title: file.name.slice(0, LONGEST) };
  const source = await readSource(env.db, feed.id);
  return takeFeed(env, feed, { chunks: chunksOf(file), length: file.size }, { source, origin: {}, note });
}

async function packFromFiles(env: Env, { manifest, shards }: ChosenPack, note: Note): Promise<Outcome> {
  const source = await installedPack(env, manifest);
  return takePack(env, manifest, shards, { source, origin: {}, note });
}

/** The source that the pack with this `pack.json` would be the next edition of. */
async function installedPack(env: Env, manifest: Bytes): Promise<StoredSource | undefined> {
  const id = (jsonOf(manifest) as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? readSource(env.db, packSourceId(id)) : undefined;
}

/** Whoever can write at another address may take a pack's place only with the pack's own key, which is checked later. */
function checkMove(source: StoredSource | undefined, address: string): void {
  if (source?.address === undefined || source.address === address || source.key !== undefined) return;
  throw new Error(say('store_add_there', source.title, source.address));
}

/** A feed is known by its file's name or its address; a long one by its beginning and a hash. */
function feedId(name: string): string {
  const id = `source:${name}`;
  return id.length <= LONGEST ? id : `${id.slice(0, LONGEST - 20)}…${reviewId(name)}`;
}

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
