/**
 * Prints: of each review of a layer, in one row of numbers, what an update must know of it, so that a review that has not
 * changed is told without reading it. Rows stand in order of writing; a later one of the same id stands before an earlier.
 */
import { grown } from '../../claims';

/** Numbers of a row: the id's two halves, a hash of the review, where it came from, and what is counted of it. */
export const ROW = 5;

/** What a row says: a review of this layer; one that is gone; one of an earlier layer that came in another shard now. */
export const LIVE = 0;
export const GONE = 1;
export const MOVED = 2;

export interface Print {
  readonly high: number;
  readonly low: number;
  /** Hash of the review as it is stored. */
  readonly content: number;
  readonly kind: typeof LIVE | typeof GONE | typeof MOVED;
  /** Numbers of its shard, publisher and language in the layer's lists. */
  readonly shard: number;
  readonly publisher: number;
  readonly language: number;
  /** Says too little to be matched. */
  readonly unmatched: boolean;
}

/** Most publishers and languages that a layer tells apart. Those beyond are taken for the last. */
export const MOST_PUBLISHERS = 0xffff;
export const MOST_LANGUAGES = 0xff;

export class PrintsWriter {
  private all = new Uint32Array(ROW << 8);
  private length = 0;

  add({ high, low, content, kind, shard, publisher, language, unmatched }: Print): void {
    while (this.length + ROW > this.all.length) this.all = grown(this.all);
    this.all.set(
      [high, low, content, (kind << 28) | shard, (publisher << 16) | (language << 8) | (unmatched ? 1 : 0)],
      this.length,
    );
    this.length += ROW;
  }

  rows = (): Uint32Array<ArrayBuffer> => this.all.slice(0, this.length);
}

/** The rows as they were added. */
export function* readPrints(rows: Uint32Array): Generator<Print> {
  for (let at = 0; at + ROW <= rows.length; at += ROW) {
    const [high, low, content, from, counted] = rows.subarray(at, at + ROW) as unknown as number[];
    yield {
      high: high as number,
      low: low as number,
      content: content as number,
      kind: ((from as number) >>> 28) as Print['kind'],
      shard: (from as number) & 0xfffffff,
      publisher: (counted as number) >>> 16,
      language: ((counted as number) >>> 8) & 0xff,
      unmatched: ((counted as number) & 1) === 1,
    };
  }
}
