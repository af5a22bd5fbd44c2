/** Feeds taken into the library from a file, one edition after another, as the library's page does it. */
import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import { addFromFiles } from '../../../lib/store/updates/add';
import { newDevice, openWorld, unreferenced, type World } from '../../support/pack-world';
import type { Random } from '../random';
import { inspect } from './stored';
import { made } from './streams';
import { isWorded, type Tally, told } from './tally';

const NAME = 'feed.json';
const ID = `source:${NAME}`;

/** Some editions of one feed: each is taken, or refused in words while the one before stays as it is. */
export async function tryFeedStore(chance: Random, tally: Tally): Promise<void> {
  newDevice();
  const world = await openWorld();
  try {
    for (let n = chance.int(2, 4); n > 0; n--) await edition(world, chance, tally);
  } finally {
    world.db.close();
  }
}

async function edition(world: World, chance: Random, tally: Tally): Promise<void> {
  const feed = made(chance, 60);
  const before = await world.db.get('sources', ID);
  try {
    const { source } = await addFromFiles(world, [new File([Buffer.from(feed.bytes)], NAME)]);
    const { taken, refused, repeated, superseded } = source.current.records;
    const all = taken + refused + repeated + superseded;
    tally.records += all;
    tally.taken += taken;
    tally.refused += refused;
    if (feed.isKnown && all !== feed.records.length)
      tally.fail('sums', `${feed.records.length} records, ${JSON.stringify(source.current.records)}`);
    if (source.current.reviews !== taken)
      tally.fail('sums', `${taken} taken, ${source.current.reviews} there`);
    await inspect(world.db, source, tally);
  } catch (error) {
    tally.ended++;
    tally.records += feed.records.length;
    tally.refused += feed.records.length;
    if (!isWorded(error, ['Error', 'FeedError'])) tally.fail('crashes', told(error));
    if (!isDeepStrictEqual(await world.db.get('sources', ID), before))
      tally.fail('lost', 'a feed that is refused changes what is there');
  }
  const left = await unreferenced(world.db);
  if (left.length > 0) tally.fail('sums', `left behind: ${left.join(' ')}`);
}
