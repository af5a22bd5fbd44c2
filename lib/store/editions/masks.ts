/** Masks: which claims in the indexes of older layers are superseded or gone, in the edition that is being written. */

import { idParts } from '../../claims';
import { offMask } from '../../match/bare/mask';
import { say } from '../../words';
import type { Env } from '../env';
import type { Edition } from '../source';

/**
 * The masks of the layers of `from` in the edition after it: what was masked, and the claims of which `isWritten` says
 * that the new layer stands before them.
 */
export async function masksAfter(
  { db, pause }: Env,
  from: Edition | undefined,
  isWritten: (high: number, low: number) => boolean,
): Promise<(Uint8Array | undefined)[]> {
  if (!from) return [];
  const before = (await db.get('masks', from.name)) ?? [];
  const masks: (Uint8Array | undefined)[] = [];
  for (const [i, layer] of from.layers.entries()) {
    const stored = await db.get('segments', layer.name);
    if (!stored) throw new Error(say('store_part_missing', layer.name));
    const mask = offMask(stored.segment, (id) => isWritten(...idParts(id)));
    masks.push(union(before[i], mask));
    await pause();
  }
  return masks;
}

/** Bits set in either; undefined if there are none. */
function union(a: Uint8Array | undefined, b: Uint8Array | undefined): Uint8Array | undefined {
  if (!a || !b) return a ?? b;
  return a.map((byte, i) => byte | (b[i] ?? 0));
}
