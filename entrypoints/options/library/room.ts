/** How much room sources take. Editions share layers, and what they share lies on the disk once. */
import type { Edition, StoredSource } from '../../../lib/store/source';

const layersOf = ({ layers }: Edition) => layers.reduce((sum, layer) => sum + layer.bytes, 0);

/** Bytes stored for a source, and how many of them only for the version before. */
export function roomOf({ current, previous }: Pick<StoredSource, 'current' | 'previous'>): {
  readonly all: number;
  readonly before: number;
} {
  if (!previous) return { all: current.bytes, before: 0 };
  const kept = new Set(current.layers.map((layer) => layer.name));
  const alone = previous.layers.filter((layer) => !kept.has(layer.name));
  const before = previous.bytes - layersOf(previous) + alone.reduce((sum, layer) => sum + layer.bytes, 0);
  return { all: current.bytes + before, before };
}
