/** Which shards of a pack's next edition are to be fetched, so that no more is asked for than what changed. */
import type { Layer, Shard } from '../../claims';

/** Shards of an edition, layer by layer, oldest first, by SHA-256. */
export type Shards = readonly (readonly string[])[];

export interface Plan {
  /** To be read in this order. */
  readonly fetch: readonly Shard[];
  /** What came in these shards of ours, and does not come again, is gone; `'all'`: in any. */
  readonly gone: ReadonlySet<string> | 'all';
}

/** `ours`: what is installed, undefined if nothing is or nothing of it is to be kept. */
export function planUpdate(ours: Shards | undefined, layers: readonly Layer[]): Plan {
  if (ours && isStartOf(ours, layers))
    // Each later layer says itself what it takes away.
    return { fetch: layers.slice(ours.length).flatMap((layer) => layer.shards), gone: new Set() };
  const [before, ...olderRest] = ours ?? [];
  const [after, ...newerRest] = layers;
  if (before && after && olderRest.length === 0 && newerRest.length === 0) {
    // In one layer each record stands once, so shards that stay hold what they held.
    const held = new Set(before);
    const names = namesOf(after);
    const stay = new Set(names);
    return {
      fetch: after.shards.filter((shard) => !held.has(shard.sha256)),
      gone: new Set(before.filter((name) => !stay.has(name))),
    };
  }
  return { fetch: layers.flatMap((layer) => layer.shards), gone: 'all' };
}

export const namesOf = ({ shards }: Layer): string[] => shards.map((shard) => shard.sha256);
export const shardsOf = (layers: readonly Layer[]): string[][] => layers.map(namesOf);

function isStartOf(ours: Shards, layers: readonly Layer[]): boolean {
  if (ours.length > layers.length) return false;
  return ours.every((names, i) => {
    const theirs = layers[i]?.shards ?? [];
    return names.length === theirs.length && names.every((name, k) => name === theirs[k]?.sha256);
  });
}
