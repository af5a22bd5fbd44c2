/** The search index of all sources, as `openBare` takes it: a segment for each layer, and which claims of it don't count. */
import { type BareLibrary, openBare, type SourceIndex } from '../match/bare/library';
import { openBeside } from '../match/score/beside';
import { emptyMask, setOff } from '../match/segment/off';
import { openSegment } from '../match/segment/segment';
import { say } from '../words';
import type { Database, StoredSegment } from './database';
import type { StoredSource } from './source';

/** The indexes of all sources; one that is not there or can't be masked is reported and left out. */
export async function indexesOf(db: Database, sources: readonly StoredSource[]): Promise<SourceIndex[]> {
  const all: SourceIndex[] = [];
  for (const { id, title, current, publishersOff } of sources) {
    const layers = current.layers.filter((layer) => layer.reviews > layer.unmatched);
    if (layers.length === 0) continue;
    try {
      const own = await Promise.all(layers.map((layer) => db.get('segments', layer.name)));
      const masks = (await db.get('masks', current.name)) ?? [];
      const indexes = own.map((stored, i) => {
        if (!stored) throw new Error(say('store_part_missing', layers[i]?.name ?? ''));
        const at = current.layers.indexOf(layers[i] as (typeof layers)[number]);
        const off = withPublishers(stored, masks[at], publishersOff);
        const { segment, beside, words } = stored;
        return { source: id, segment, beside, ...(words ? { words } : {}), ...(off ? { off } : {}) };
      });
      all.push(...indexes);
    } catch (error) {
      console.warn(`factmark: ${title} can't be searched; update it or add it again. ${String(error)}`);
    }
  }
  return all;
}

/**
 * Opens the indexes as one library; broken ones are reported and left out, the others still answer.
 * @throws what opening throws, if each can be opened and all together can't.
 */
export function openSound(indexes: readonly SourceIndex[]): BareLibrary | undefined {
  if (indexes.length === 0) return undefined;
  try {
    return openBare(indexes);
  } catch (error) {
    // Which one it is costs a second look at each.
    const broken = new Set(indexes.filter((index) => !opens(index)).map(({ source }) => source));
    if (broken.size === 0) throw error;
    return openSound(indexes.filter(({ source }) => !broken.has(source)));
  }
}

function opens(index: SourceIndex): boolean {
  try {
    openBare([index]);
    return true;
  } catch (error) {
    console.warn(`factmark: ${index.source} can't be searched; update it or add it again. ${String(error)}`);
    return false;
  }
}

/** `mask` with the claims of publishers that are off. */
function withPublishers(
  { segment, beside, publishers }: StoredSegment,
  mask: Uint8Array | undefined,
  off: readonly string[],
): Uint8Array | undefined {
  const numbers = new Set(off.map((key) => publishers.indexOf(key)).filter((n) => n >= 0));
  if (numbers.size === 0) return mask;
  const opened = openSegment(segment);
  const of = openBeside(beside, opened);
  const both = mask?.slice() ?? emptyMask(opened.size);
  for (let claim = 0; claim < opened.size; claim++)
    if (numbers.has(of(claim).publisher ?? -1)) setOff(both, claim);
  return both;
}
