/**
 * The reviews of a layer as they are kept: JSON lines in buckets by id, so that one review is found by reading a bucket,
 * and hundreds of thousands are written in few pieces. A removed review leaves a line that says so.
 */
import { idParts, type Review } from '../../claims';
import type { Database } from '../database';

/** Buckets of a layer. At 500,000 reviews one holds about 150 kB. */
const BUCKETS = 1 << 10;
/** Characters gathered before they are written. */
const GATHERED = 8 << 20;

/** Where the review goes whose id begins so. */
export const bucketOf = (high: number): number => high >>> 22;

/** A line that says: what earlier layers hold under this id is gone. */
const goneLine = (id: string): string => JSON.stringify({ id, removed: true });

export class RecordsWriter {
  /** Bytes written. */
  bytes = 0;
  private gathered = 0;
  private buckets: string[][] = Array.from({ length: BUCKETS }, () => []);
  private part = 0;

  constructor(
    private readonly db: Database,
    private readonly layer: string,
  ) {}

  /** Adds the line of a review, or that it is gone. Resolves at once but for now and then, when it writes. */
  add(id: string, line: string = goneLine(id)): Promise<void> | undefined {
    this.buckets[bucketOf(idParts(id)[0])]?.push(line);
    this.gathered += line.length + 1;
    return this.gathered < GATHERED ? undefined : this.flush();
  }

  /** Writes what is gathered, in one transaction. */
  async flush(): Promise<void> {
    if (this.gathered === 0) return;
    const encoder = new TextEncoder();
    const tx = this.db.transaction('records', 'readwrite');
    const writes: Promise<unknown>[] = [];
    this.buckets.forEach((lines, bucket) => {
      if (lines.length === 0) return;
      const bytes = encoder.encode(`${lines.join('\n')}\n`);
      this.bytes += bytes.length;
      writes.push(tx.store.put(bytes, [this.layer, bucket, this.part]));
      this.buckets[bucket] = [];
    });
    this.gathered = 0;
    this.part++;
    await Promise.all([...writes, tx.done]);
  }
}

/** All that is kept under `layer`. */
export const recordsOf = (layer: string) => IDBKeyRange.bound([layer], [layer, []]);

/**
 * What the newest of `layers` (oldest first) that knows this id says of it: its review, or undefined if it is gone or none
 * does.
 */
export async function findRecord(
  db: Database,
  layers: readonly string[],
  id: string,
): Promise<Review | undefined> {
  const bucket = bucketOf(idParts(id)[0]);
  for (const layer of layers.toReversed()) {
    const range = IDBKeyRange.bound([layer, bucket], [layer, bucket, []]);
    // One part after another: a feed may have filled a bucket with far more than belongs there.
    const tx = db.transaction('records');
    for (let at = await tx.store.openCursor(range, 'prev'); at; at = await at.continue()) {
      const line = lineOf(new TextDecoder().decode(at.value), id);
      if (line === undefined) continue;
      const record = JSON.parse(line) as Review & { removed?: true };
      return record.removed ? undefined : record;
    }
  }
  return undefined;
}

/** The last line of `text` that is about `id`. Inside JSON text a quotation mark is never alone, so nothing else looks so. */
function lineOf(text: string, id: string): string | undefined {
  const start = `{"id":"${id}"`;
  const at = `\n${text}`.lastIndexOf(`\n${start}`);
  return at < 0 ? undefined : text.slice(at, text.indexOf('\n', at));
}
