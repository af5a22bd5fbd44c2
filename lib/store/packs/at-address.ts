/** The shards of a pack beside its `pack.json` on the web. */

import { say } from '../../words';
import { whole } from '../network/body';
import { type Asking, get } from '../network/door';
import { NetworkError } from '../network/error';
import { type Bytes, shardPath } from './bytes';
import { PackError } from './error';
import type { ReadShard } from './install';

/** `address` of its `pack.json`; `source` and `why` are for the receipt. */
export function shardsAt(env: Asking, address: string, about: { source: string; why: string }): ReadShard {
  return async (shard, signal, alive): Promise<Bytes> => {
    const url = new URL(shardPath(shard), address).href;
    try {
      const got = await get({ ...env, signal }, url, { ...about, most: shard.bytes });
      if (got.kind === 'body') return await whole(got.chunks, alive);
    } catch (error) {
      if (!(error instanceof NetworkError) || (error.status !== 404 && error.status !== 410)) throw error;
    }
    throw new PackError(say('store_pack_gone'));
  };
}
