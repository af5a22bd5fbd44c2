/** Writes the next edition of a pack: fetches what is new, checks it, and gives it to the writer. Nothing is swapped yet. */
import { type Manifest, MOST_CHECK_BYTES, MOST_CHECKS, type Pack, type Shard } from '../../claims';
import type { NamedSets } from '../../match/sets';
import { say } from '../../words';
import { checksOf } from '../editions/checks';
import { EditionWriter, isWorn } from '../editions/writer';
import type { Env } from '../env';
import { size } from '../network/error';
import { sayHolds } from '../say-holds';
import type { Edition } from '../source';
import type { Note } from '../updates/step';
import type { Bytes } from './bytes';
import { packSourceId } from './check-manifest';
import { PackError } from './error';
import { inOrder } from './in-order';
import { type Plan, planUpdate, shardsOf } from './plan';
import { PackReading, type SetsBefore } from './reading';
import { checkShard, recordsOf } from './shard';

/** Brings the bytes of a shard, from wherever the pack is; ends early when `signal` says so. `alive` is called as bytes come. */
export type ReadShard = (shard: Shard, signal: AbortSignal, alive: () => void) => Promise<Bytes>;

/** Shards under way or waiting at a time. */
const AT_A_TIME = 6;
/** Records between two pauses: a few milliseconds. */
const BETWEEN = 100;

/**
 * Writes `manifest`'s edition, of which `current` is the one before.
 * @throws PackError, NetworkError or the database's own; then nothing has changed.
 */
export async function writePack(
  env: Env,
  manifest: Manifest,
  current: Edition | undefined,
  readShard: ReadShard,
  note: Note,
): Promise<Edition> {
  const from = current && !isWorn(current) ? current : undefined;
  // A record that was left out may be right with what comes now, so all is read again.
  const plan = planUpdate(from && from.records.refused === 0 ? from.shards : undefined, manifest.layers);
  const writer = await EditionWriter.begin({ source: packSourceId(manifest.id), from, env });
  const promised = manifest.layers.reduce((sum, layer) => sum + layer.records, 0);
  const reading = new PackReading(writer, promised);
  const of = plan.fetch.reduce((sum, shard) => sum + shard.bytes, 0);
  let done = 0;
  // Said while a large shard comes, too: who hears nothing for long takes the update for idle.
  const tell = () => note({ doing: 'fetching', done, of, unit: 'bytes' });
  tell();
  for await (const { shard, bytes } of checked(env, plan.fetch, readShard, tell)) {
    await takeAll(env, reading, shard, bytes);
    done += shard.bytes;
    tell();
    await env.step('shard');
  }
  if (plan.gone === 'all' || plan.gone.size > 0) await writer.removeUnseen(plan.gone);
  const { sets, ...setsShard } = await reading.settle(setsOf(from, plan), () => staying(env, from, plan));
  const { version, serial, updated, signature } = manifest;
  const edition = await writer.finish(
    {
      version,
      serial,
      updated,
      ...(signature && { key: signature.key }),
      records: reading.tally.records(),
      pack: packOf(manifest, sets),
      shards: shardsOf(manifest.layers),
      ...setsShard,
    },
    (indexed, reviews) => note({ doing: 'indexing', done: indexed, of: reviews, unit: 'reviews' }),
  );
  checkWhole(edition, manifest);
  return edition;
}

/** The shards in their order, each as soon as those before it have been taken, and none that is not what was promised. */
async function* checked(env: Env, shards: readonly Shard[], readShard: ReadShard, alive: () => void) {
  const ending = new AbortController();
  const signal = AbortSignal.any([env.signal, ending.signal]);
  const work = async (shard: Shard) => {
    const bytes = await readShard(shard, signal, alive);
    await checkShard(bytes, shard);
    return { shard, bytes };
  };
  const stop = () => ending.abort(new DOMException(say('store_request_part_failed'), 'AbortError'));
  yield* inOrder(shards, AT_A_TIME, work, stop);
}

async function takeAll(env: Env, reading: PackReading, shard: Shard, bytes: Bytes): Promise<void> {
  let taken = 0;
  for (const record of recordsOf(bytes, shard)) {
    await reading.take(record, shard.sha256);
    if (++taken % BETWEEN !== 0) continue;
    await env.pause();
    env.signal.throwIfAborted();
  }
}

/** The word sets of an edition: they go with the shard they came in. */
function setsOf(edition: Edition | undefined, { gone }: Plan): SetsBefore {
  const { pack, setsShard: shard } = edition ?? {};
  return { sets: pack?.sets ?? {}, shard, stay: gone !== 'all' && !gone.has(shard ?? '') };
}

/** Checks of an edition that came in shards which are still there, one after another. */
async function* staying({ db }: Env, edition: Edition | undefined, { gone }: Plan) {
  if (!edition || gone === 'all') return;
  for (const key of await db.getAllKeys('checks', checksOf(edition.name))) {
    const stored = await db.get('checks', key);
    if (stored && !gone.has(stored.shard ?? '')) yield stored.check;
  }
}

function packOf(
  { format, id, title, language, licence, publisher, topics }: Manifest,
  sets: NamedSets,
): Pack {
  const copied = Object.fromEntries(Object.entries(sets).map(([name, entries]) => [name, [...entries]]));
  return { format, id, title, language, licence, publisher, topics, sets: copied };
}

/** What its manifest promises must have come; what was left out is told and counted. */
function checkWhole(edition: Edition, { counts, title }: Manifest): void {
  const { checks, reviews, records, bytes, layers } = edition;
  if (checks > MOST_CHECKS) throw new PackError(say('store_pack_checks', title, checks, MOST_CHECKS));
  const checkBytes = layers.reduce((rest, layer) => rest - layer.bytes, bytes);
  if (checkBytes > MOST_CHECK_BYTES)
    throw new PackError(say('store_pack_check_bytes', title, size(checkBytes), size(MOST_CHECK_BYTES)));
  if (checks + reviews === 0) {
    const { where = '', message = '' } = records.first[0] ?? {};
    throw new PackError(
      counts.checks + counts.reviews === 0
        ? say('store_pack_empty', title)
        : say('store_pack_none', title, `${where} ${message}`),
    );
  }
  // What was left out is told; where nothing was, there must be just what was promised.
  if (records.refused === 0 && (checks !== counts.checks || reviews !== counts.reviews))
    throw new PackError(say('store_pack_promises', title, sayHolds(counts), sayHolds({ checks, reviews })));
}
