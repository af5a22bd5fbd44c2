/** Brings a source up to date from its address: by hand, or on schedule. */

import { LARGEST_MANIFEST } from '../../claims';
import { say } from '../../words';
import { change, readSource } from '../editions/swap';
import type { Env } from '../env';
import { whole } from '../network/body';
import { type Asking, get } from '../network/door';
import { shardsAt } from '../packs/at-address';
import type { Schedule, StoredSource } from '../source';
import { inWords } from './failure';
import { withLock, withLockIfFree } from './lock';
import type { Outcome } from './outcome';
import type { Note } from './step';
import { same, takeFeed, takePack } from './take';
import { workOn } from './work';
import { LARGEST_FEED } from './write-feed';

/** An environment in which requests can be made. */
export type Working = Env & Asking;

/**
 * Updates a source because the reader says so: waits for whoever is at the library.
 * @throws Error whose message says what to do; the source is as it was then, and its `failed` says the same.
 */
export const updateSource = (env: Working, id: string, note: Note = () => {}): Promise<Outcome> =>
  withLock(() => workOn(env, () => refresh(env, id, note)), env.signal);

/** Updates a source on schedule; undefined if somebody else is at the library. @throws as `updateSource` does. */
export const updateUnattended = (
  env: Working,
  id: string,
  note: Note = () => {},
): Promise<Outcome | undefined> =>
  withLockIfFree(() => workOn(env, () => refresh(env, id, note, { unattended: true })));

interface How {
  /** Nobody is at hand. */
  readonly unattended?: boolean;
  /** How often the reader wants the source looked up, if that was said now. */
  readonly schedule?: Schedule | undefined;
}

/** The same, for whoever holds the lock. */
export async function refresh(env: Working, id: string, note: Note, how: How = {}): Promise<Outcome> {
  const source = await readSource(env.db, id);
  if (!source) throw new Error(say('store_source_gone'));
  const { address, title } = source;
  if (address === undefined) throw new Error(say('store_from_file', title));
  try {
    await env.room();
  } catch (error) {
    // Nobody was asked, and it is due as before.
    await noteFailure(env, id, error, source.looked);
    throw error;
  }
  if (how.unattended) await expectCut(env, id);
  try {
    return await look(env, { ...source, address }, note, how);
  } catch (error) {
    if (!env.signal.aborted) await noteFailure(env, id, error, env.now().toISOString());
    else if (how.unattended) await forgetCut(env, source);
    throw error;
  }
}

async function look(
  env: Working,
  source: StoredSource & { readonly address: string },
  note: Note,
  { unattended = false, schedule }: How,
): Promise<Outcome> {
  const { id, kind, title, address, etag, modified } = source;
  const why = say(unattended ? 'store_why_update_scheduled' : 'store_why_update', title);
  const asking = () => note({ doing: 'asking', done: 0, of: 0, unit: 'bytes' });
  asking();
  const most = kind === 'pack' ? LARGEST_MANIFEST : LARGEST_FEED;
  const got = await get(env, address, { source: id, why, most, etag, modified });
  if (got.kind === 'same') return same(env, source, { schedule });
  const origin = { address, etag: got.etag, modified: got.modified, schedule };
  const taking = { source, origin, unattended, note };
  try {
    if (kind === 'feed') {
      const input = { chunks: got.chunks, length: got.length, base: address };
      return await takeFeed(env, source, input, taking);
    }
    const about = { source: id, why: say('store_why_update_part', title) };
    return await takePack(env, await whole(got.chunks, asking), () => shardsAt(env, address, about), taking);
  } finally {
    // What was not read to its end is ended.
    await got.chunks.return(undefined);
  }
}

/**
 * Written before anything is asked, and true until the update has ended, however it ends: a worker that is killed can't
 * say it, and what it was at is not begun again at every alarm.
 */
async function expectCut(env: Env, id: string): Promise<void> {
  const looked = env.now().toISOString();
  await change(env, id, (source) => ({
    ...source,
    looked,
    failed: say('store_cut_off'),
    cut: true,
  }));
}

/** The update was cancelled, which is no failure: when it was looked up, and what was said of that, is as `before`. */
async function forgetCut(env: Env, { id, looked, failed, cut }: StoredSource): Promise<void> {
  await change(env, id, (source) => {
    if (!source.cut) return source;
    const { looked: _looked, failed: _failed, cut: _cut, ...rest } = source;
    return {
      ...rest,
      ...(looked !== undefined && { looked }),
      ...(failed !== undefined && { failed }),
      ...(cut && { cut }),
    };
  }).catch(() => {
    // Then it is said that it was cut off, which is true.
  });
}

/** Bytes that are left for a few words. */
const FEW = 1e6;

/** What went wrong stays with the source until an update succeeds. */
async function noteFailure(env: Env, id: string, error: unknown, looked: string | undefined): Promise<void> {
  const failed = inWords(error, env.signal).message.slice(0, 1_000);
  const note = () =>
    change(env, id, ({ cut: _cut, ...source }) => ({
      ...source,
      failed,
      ...(looked !== undefined && { looked }),
    }));
  await env
    .room({ leaving: FEW })
    .then(note)
    .catch(() => {
      // A database that is full or closed can't be told; the reader who waits hears it anyway.
    });
}
