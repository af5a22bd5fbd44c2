/**
 * Writes the next edition of a source beside the one in use: reviews that are new or changed go into a new layer with its
 * own index, the others stay where they are. Nobody reads any of it before `swapIn`.
 */
import { type FactCheck, fnv1a, idParts, type Pack, type Review, reviewId } from '../../claims';
import { IndexBuilder, isBadgeable } from '../../match/bare/build';
import type { Env } from '../env';
import { Holdings, layersOf, publisherOf } from '../layers/holdings';
import { Names } from '../layers/names';
import { GONE, LIVE, MOST_LANGUAGES, MOST_PUBLISHERS, MOVED, PrintsWriter } from '../layers/prints';
import { RecordsWriter } from '../layers/records';
import type { Edition, LayerRef, Records } from '../source';
import { ChecksWriter } from './checks';
import { masksAfter } from './masks';

/** Beyond so many layers, or if more than this share of what the layers hold is superseded, all is written afresh. */
const MOST_LAYERS = 16;
const MOST_DEAD = 0.25;

/** What is told of an edition that can't be counted here. */
export interface About {
  readonly version: string;
  readonly serial: number;
  readonly updated: string;
  readonly key?: string;
  readonly records: Records;
  readonly pack?: Pack;
  readonly shards?: readonly (readonly string[])[];
  readonly setsShard?: string;
}

/** Name of the layer that is written with the edition of this name: later editions keep it, while the edition goes. */
export const layerOf = (edition: string): string => `${edition}/layer`;

/** Is so much of an edition superseded that its next one is better written afresh? Then begin without `from`. */
export function isWorn({ layers, reviews }: Edition): boolean {
  const held = layers.reduce((sum, layer) => sum + layer.reviews, 0);
  return layers.length >= MOST_LAYERS || held - reviews > MOST_DEAD * held;
}

export class EditionWriter {
  private readonly builder = new IndexBuilder();
  private readonly prints = new PrintsWriter();
  private readonly publishers = new Names(MOST_PUBLISHERS);
  private readonly publisherNames = new Map<string, string>();
  private readonly languages = new Names(MOST_LANGUAGES);
  private readonly shards = new Names(2 ** 28);
  private readonly records: RecordsWriter;
  private written = 0;
  private unmatched = 0;
  private rows = 0;

  private constructor(
    private readonly env: Env,
    private readonly source: string,
    private readonly from: Edition | undefined,
    private readonly name: string,
    private readonly holdings: Holdings,
    private readonly checks: ChecksWriter,
  ) {
    this.records = new RecordsWriter(env.db, layerOf(name));
  }

  /**
   * Begins an edition of `source`. What `from`, its current edition, holds alike is not written again.
   * @throws Error if the database can't be read or written.
   */
  static async begin({
    source,
    from,
    env,
  }: {
    source: string;
    from: Edition | undefined;
    env: Env;
  }): Promise<EditionWriter> {
    await env.room();
    const name = `${source}@${env.now().toISOString()}#${crypto.randomUUID()}`;
    await env.step('begin');
    const tx = env.db.transaction('pending', 'readwrite');
    const since = env.now().toISOString();
    await Promise.all([tx.store.put(since, name), tx.store.put(since, layerOf(name)), tx.done]);
    const holdings = await Holdings.read(env.db, layersOf(from));
    const checks = await ChecksWriter.begin(env, from?.name, name);
    return new EditionWriter(env, source, from, name, holdings, checks);
  }

  /** Takes a review, with the id that its publisher's pack or feed gives it. A later one of the same id replaces it. */
  async review(review: Review, shard = ''): Promise<'new' | 'changed' | 'same'> {
    const id = reviewId(this.source, review.id);
    const line = JSON.stringify({ ...review, id });
    const content = fnv1a(line);
    const [high, low] = idParts(id);
    const n = this.holdings.number(high, low);
    const known = this.holdings.isAlive(n);
    if (known && this.holdings.content(n) === content) {
      if (this.holdings.shard(n) !== shard) {
        const no = { publisher: 0, language: 0, unmatched: false };
        this.print({ high, low, content, kind: MOVED, shard: this.shards.number(shard), ...no });
      }
      this.holdings.seeAgain(n, shard);
      return 'same';
    }
    const publisher = publisherOf(review);
    const numbered = this.publishers.number(publisher.key);
    if (this.publishers.has(publisher.key) && !this.publisherNames.has(publisher.key))
      this.publisherNames.set(publisher.key, publisher.name);
    const language = review.language ?? 'und';
    const unmatched = !isBadgeable(review);
    this.drop(n);
    const ordinal = unmatched ? -1 : this.builder.add({ ...review, id, publisher: numbered });
    this.holdings.write(n, { content, shard, publisher, language, unmatched }, ordinal);
    this.print({
      high,
      low,
      content,
      kind: LIVE,
      shard: this.shards.number(shard),
      publisher: numbered,
      language: this.languages.number(language),
      unmatched,
    });
    this.written++;
    if (unmatched) this.unmatched++;
    const flushed = this.records.add(id, line);
    if (flushed) {
      await flushed;
      await this.env.step('records');
      await this.env.room();
    }
    return known ? 'changed' : 'new';
  }

  /** Takes an authored check, which came in `shard`. */
  async check(check: FactCheck, shard: string): Promise<void> {
    await this.checks.put(check, shard);
    await this.env.step('check');
  }

  /** The check or review with this id is gone. Was there such a check? */
  async remove(id: string): Promise<boolean> {
    const was = this.checks.remove(id);
    const [high, low] = idParts(reviewId(this.source, id));
    await this.removeAt(this.holdings.ids.find(high, low), reviewId(this.source, id));
    return was;
  }

  /** What came in these shards (`'all'`: in any) and was not given again is gone. */
  async removeUnseen(shards: ReadonlySet<string> | 'all'): Promise<void> {
    this.checks.removeUnseen(shards);
    const { ids } = this.holdings;
    for (let n = 0; n < ids.size; n++) {
      if (!this.holdings.isAlive(n) || this.holdings.isSeen(n)) continue;
      if (shards === 'all' || shards.has(this.holdings.shard(n)))
        await this.removeAt(n, idOf(ids.high(n), ids.low(n)));
    }
  }

  /** Finishes it: index, masks, counts. `note` hears how many reviews are indexed. */
  async finish(about: About, note: (indexed: number, of: number) => void = () => {}): Promise<Edition> {
    const { env, name, from, holdings } = this;
    await this.checks.finish();
    await env.step('checks');
    await this.records.flush();
    await env.step('records');
    note(0, this.builder.size);
    const layers: LayerRef[] = [...(from?.layers ?? [])];
    if (this.rows > 0) layers.push(await this.index());
    const masks = await masksAfter(env, from, (high, low) =>
      holdings.isWritten(holdings.ids.find(high, low)),
    );
    if (masks.some((mask) => mask !== undefined)) await env.db.put('masks', masks, name);
    await env.step('masks');
    const { reviews, unmatched, languages, publishers } = holdings.counts();
    return {
      name,
      ...about,
      installed: env.now().toISOString(),
      layers,
      checks: this.checks.count,
      reviews,
      unmatched,
      bytes: layers.reduce((sum, layer) => sum + layer.bytes, this.checks.bytes),
      languages: added(languages, this.checks.languages),
      publishers,
    };
  }

  private async index(): Promise<LayerRef> {
    const { env } = this;
    const name = layerOf(this.name);
    const { segment, beside, words } = await this.builder.build(env.pause);
    const rows = this.prints.rows();
    await env.step('indexed');
    const writing = segment.byteLength + beside.byteLength + words.byteLength + rows.byteLength;
    await env.room({ writing });
    await env.db.put('segments', { segment, beside, words, publishers: this.publishers.list }, name);
    await env.step('segment');
    await env.db.put(
      'prints',
      {
        rows,
        publishers: this.publishers.list.map((key) => ({ key, name: this.publisherNames.get(key) ?? key })),
        languages: this.languages.list,
        shards: this.shards.list,
      },
      name,
    );
    await env.step('prints');
    const bytes =
      this.records.bytes + segment.byteLength + beside.byteLength + words.byteLength + rows.byteLength;
    return { name, reviews: this.written, unmatched: this.unmatched, bytes };
  }

  private async removeAt(n: number, id: string): Promise<void> {
    if (!this.holdings.isAlive(n)) return;
    this.drop(n);
    this.holdings.remove(n);
    const [high, low] = idParts(id);
    const no = { content: 0, shard: 0, publisher: 0, language: 0, unmatched: false };
    this.print({ high, low, kind: GONE, ...no });
    await this.records.add(id);
  }

  /** Takes what this edition's own layer holds under this number out of its index. */
  private drop(n: number): void {
    const ordinal = this.holdings.ordinal(n);
    if (ordinal >= 0) this.builder.drop(ordinal);
  }

  private print(print: Parameters<PrintsWriter['add']>[0]): void {
    this.rows++;
    this.prints.add(print);
  }
}

const idOf = (high: number, low: number): string =>
  `r-${high.toString(36).padStart(7, '0')}${low.toString(36).padStart(7, '0')}`;

function added(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const sum: Record<string, number> = { ...a };
  for (const [key, n] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + n;
  return sum;
}
