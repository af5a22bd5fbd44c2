/** Broken editions of a pack that is installed: taken as far as they are right, or refused while the old one answers on. */
import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import type { StoredSource } from '../../../lib/store/source';
import { addFromFiles } from '../../../lib/store/updates/add';
import { SENTENCES } from '../../support/pack-sky';
import { answers, newDevice, openWorld, unreferenced, type World } from '../../support/pack-world';
import type { Random } from '../random';
import { first, wrong } from './editions';
import { inspect } from './stored';
import { isWorded, type Tally, told } from './tally';

const ID = 'pack:sky';
const FILES = [...first.files].map(
  ([path, bytes]) => new File([new Uint8Array(bytes)], path.replace('shards/', '')),
);

export async function tryPackStore(chance: Random, tally: Tally): Promise<void> {
  newDevice();
  const world = await openWorld();
  try {
    const { source } = await addFromFiles(world, FILES);
    // What is refused changes nothing, so many are tried on one device until one is taken.
    const isAsked = chance.chance(0.1);
    const before = isAsked ? await answers(SENTENCES) : undefined;
    let isRefused = true;
    for (let n = 0; n < 6 && isRefused; n++) isRefused = await edition(world, source, chance, tally);
    if (isRefused && before && !isDeepStrictEqual(await answers(SENTENCES), before))
      tally.fail('lost', 'the old edition answers otherwise');
  } finally {
    world.db.close();
  }
}

/** Was it refused? */
async function edition(world: World, before: StoredSource, chance: Random, tally: Tally): Promise<boolean> {
  const { files, records, isForged } = wrong(chance);
  tally.records += records;
  let isRefused = false;
  try {
    const { kind, source } = await addFromFiles(world, files);
    tally.taken += source.current.records.taken;
    tally.refused += source.current.records.refused;
    if (kind !== 'same' && isForged) tally.fail('against', 'a forged edition was taken');
    if (kind === 'same' && !isDeepStrictEqual(source.current, before.current))
      tally.fail('lost', 'the same is another');
    await inspect(world.db, source, tally);
  } catch (error) {
    isRefused = true;
    tally.ended++;
    tally.refused += records;
    if (!isWorded(error, ['Error', 'PackError'])) tally.fail('crashes', told(error));
    if (!isDeepStrictEqual(await world.db.get('sources', ID), before))
      tally.fail('lost', 'a refused edition changes what is there');
  }
  const left = await unreferenced(world.db);
  if (left.length > 0) tally.fail('sums', `left behind: ${left.join(' ')}`);
  return isRefused;
}
