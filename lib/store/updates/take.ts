/** Takes what came, from wherever it came: the next edition of its source, or its first. */
import type { Manifest } from '../../claims';
import { say } from '../../words';
import { change } from '../editions/swap';
import type { Env } from '../env';
import type { Bytes } from '../packs/bytes';
import { checkManifest, packSourceId } from '../packs/check-manifest';
import { PackError } from '../packs/error';
import { type ReadShard, writePack } from '../packs/install';
import type { KnownKeys, StoredSource } from '../source';
import { install, type Origin } from './install';
import { checkLoss } from './loss';
import type { Outcome } from './outcome';
import type { Note } from './step';
import { type FeedInput, writeFeed } from './write-feed';

export interface Taking {
  /** The source there is already. */
  readonly source: StoredSource | undefined;
  readonly origin: Origin;
  /** Nobody is at hand to say whether a great loss is right. */
  readonly unattended?: boolean;
  readonly note: Note;
}

/** Takes the pack with this `pack.json`. @throws Error whose message says what to do; nothing has changed then. */
export async function takePack(
  env: Env,
  bytes: Bytes,
  shards: (manifest: Manifest) => ReadShard,
  { source, origin, unattended = false, note }: Taking,
): Promise<Outcome> {
  const { manifest, keys } = await checkManifest(bytes, source, env.now().toISOString());
  if (manifest.revoked) return heed(env, source, manifest, keys);
  if (source && isInstalled(source, manifest)) return same(env, source, origin);
  const current = await writePack(env, manifest, source?.current, shards(manifest), note);
  if (source && unattended) checkLoss(source, current);
  const { title, licence } = manifest;
  const installing = { kind: 'pack', title, licence, keys, current } as const;
  const installed = await install(env, packSourceId(manifest.id), installing, origin);
  return { kind: source ? 'updated' : 'added', source: installed };
}

/** The publisher has revoked the key: nothing is taken, and this is remembered, whatever is served later. */
async function heed(
  env: Env,
  source: StoredSource | undefined,
  { title }: Manifest,
  keys: KnownKeys,
): Promise<Outcome> {
  // Of a pack that was not signed no key is known that could be revoked.
  if (source?.key === undefined) throw new PackError(say('store_pack_revoked_key', title));
  const looked = env.now().toISOString();
  const told = await change(env, source.id, ({ failed: _failed, cut: _cut, ...now }) => {
    // What the server said of its file is forgotten: the next look reads it again.
    const { key: _key, spare: _spare, earlierKeys: _keys, revoked: _revoked, ...unkeyed } = now;
    const { etag: _etag, modified: _modified, ...rest } = unkeyed;
    return { ...rest, ...keys, ...(rest.address !== undefined && { looked }) };
  });
  return { kind: 'revoked', source: told };
}

const isInstalled = ({ current }: StoredSource, { version, serial }: Manifest): boolean =>
  current.version === version && current.serial === serial;

/** Takes the feed `id`, called `title`. @throws Error whose message says what to do; nothing has changed then. */
export async function takeFeed(
  env: Env,
  { id, title }: { readonly id: string; readonly title: string },
  input: FeedInput,
  { source, origin, unattended = false, note }: Taking,
): Promise<Outcome> {
  const written = await writeFeed(env, id, source?.current, input, note);
  if (source && written.same) return same(env, source, origin);
  const { edition: current, licence } = written;
  if (source && unattended) checkLoss(source, current);
  const installing = { kind: 'feed', title, licence, keys: {}, current } as const;
  return { kind: source ? 'updated' : 'added', source: await install(env, id, installing, origin) };
}

/** There is nothing newer: only when it was looked up is new, and what `origin` says. */
export async function same(env: Env, { id }: StoredSource, origin: Origin): Promise<Outcome> {
  const looked = env.now().toISOString();
  const source = await change(env, id, ({ failed: _failed, cut: _cut, etag, modified, ...rest }) => ({
    ...rest,
    ...(origin.address !== undefined && { address: origin.address }),
    ...(origin.schedule !== undefined && { schedule: origin.schedule }),
    ...((origin.address ?? rest.address) !== undefined && { looked }),
    ...both(origin.etag ?? etag, origin.modified ?? modified),
  }));
  return { kind: 'same', source };
}

const both = (etag: string | undefined, modified: string | undefined) => ({
  ...(etag !== undefined && { etag }),
  ...(modified !== undefined && { modified }),
});
