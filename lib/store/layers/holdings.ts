/** What an edition holds, review by review, as its layers' prints tell; and what becomes of it while the next is written. */
import { grown, Ids, type Review } from '../../claims';
import { hostName } from '../../claims/claim-review/address';
import { say } from '../../words';
import type { Database } from '../database';
import type { Edition, PublisherCount, PublisherName } from '../source';
import { Names } from './names';
import { LIVE, MOST_LANGUAGES, MOST_PUBLISHERS, MOVED, readPrints } from './prints';

/** What is known of a review beside its text. */
export interface Held {
  readonly content: number;
  readonly shard: string;
  readonly publisher: PublisherName;
  readonly language: string;
  readonly unmatched: boolean;
}

/** Columns of the table. */
const CONTENT = 0;
const SHARD = 1;
const PUBLISHER = 2;
const LANGUAGE = 3;
const FLAGS = 4;
/** In the new layer: ordinal + 1 in its index, 0 if not there. */
const ORDINAL = 5;
const WIDTH = 6;

const ALIVE = 1;
const UNMATCHED = 2;
/** Given again while the next edition is written. */
const SEEN = 4;
/** The new layer holds it, or says that it is gone. */
const WRITTEN = 8;

/** Publishers named of an edition. */
const NAMED = 1_000;

export class Holdings {
  readonly ids = new Ids();
  private table = new Uint32Array(WIDTH << 10);
  private readonly shards = new Names(2 ** 28);
  private readonly publishers = new Names(MOST_PUBLISHERS);
  private readonly publisherNames = new Map<string, string>();
  private readonly languages = new Names(MOST_LANGUAGES);

  /** Those of the layers called `names`, oldest first. */
  static async read(db: Database, names: readonly string[]): Promise<Holdings> {
    const holdings = new Holdings();
    for (const name of names) {
      const prints = await db.get('prints', name);
      if (!prints) throw new Error(say('store_part_missing', name));
      for (const print of readPrints(prints.rows)) {
        const n = holdings.number(print.high, print.low);
        if (print.kind === MOVED) {
          holdings.set(n, SHARD, holdings.shards.number(prints.shards[print.shard] ?? ''));
          continue;
        }
        if (print.kind !== LIVE) {
          holdings.set(n, FLAGS, 0);
          continue;
        }
        holdings.put(n, {
          content: print.content,
          shard: prints.shards[print.shard] ?? '',
          publisher: prints.publishers[print.publisher] ?? { key: '', name: '' },
          language: prints.languages[print.language] ?? 'und',
          unmatched: print.unmatched,
        });
        holdings.set(n, FLAGS, holdings.get(n, FLAGS) & ~(SEEN | WRITTEN));
      }
    }
    return holdings;
  }

  /** Number of an id, which may be new. */
  number(high: number, low: number): number {
    const n = this.ids.number(high, low);
    while ((n + 1) * WIDTH > this.table.length) this.table = grown(this.table);
    return n;
  }

  isAlive = (n: number): boolean => n >= 0 && (this.get(n, FLAGS) & ALIVE) !== 0;
  isWritten = (n: number): boolean => n >= 0 && (this.get(n, FLAGS) & WRITTEN) !== 0;
  isSeen = (n: number): boolean => (this.get(n, FLAGS) & SEEN) !== 0;
  content = (n: number): number => this.get(n, CONTENT);
  shard = (n: number): string => this.shards.list[this.get(n, SHARD)] ?? '';
  /** Ordinal in the new layer's index, -1 if it is not there. */
  ordinal = (n: number): number => this.get(n, ORDINAL) - 1;

  /** It was given again as it is, in this shard. */
  seeAgain(n: number, shard: string): void {
    this.set(n, SHARD, this.shards.number(shard));
    this.set(n, FLAGS, this.get(n, FLAGS) | SEEN);
  }

  /** The new layer holds it; `ordinal` -1: not in its index. */
  write(n: number, held: Held, ordinal: number): void {
    this.put(n, held);
    this.set(n, ORDINAL, ordinal + 1);
  }

  /** The new layer says that it is gone. */
  remove(n: number): void {
    this.set(n, FLAGS, WRITTEN | SEEN);
    this.set(n, ORDINAL, 0);
  }

  /** Counts of what is alive. */
  counts(): {
    reviews: number;
    unmatched: number;
    languages: Record<string, number>;
    publishers: PublisherCount[];
  } {
    let reviews = 0;
    let unmatched = 0;
    const byLanguage = new Uint32Array(this.languages.list.length);
    const byPublisher = new Uint32Array(this.publishers.list.length);
    for (let n = 0; n < this.ids.size; n++) {
      if (!this.isAlive(n)) continue;
      reviews++;
      if (this.get(n, FLAGS) & UNMATCHED) unmatched++;
      const language = this.get(n, LANGUAGE);
      const publisher = this.get(n, PUBLISHER);
      byLanguage[language] = (byLanguage[language] as number) + 1;
      byPublisher[publisher] = (byPublisher[publisher] as number) + 1;
    }
    const publishers = this.publishers.list
      .map((key, i) => ({
        key,
        name: this.publisherNames.get(key) ?? key,
        reviews: byPublisher[i] as number,
      }))
      // Those past the most that are told apart can't be switched one by one.
      .filter((p) => p.reviews > 0 && p.key !== '')
      .sort((a, b) => b.reviews - a.reviews || (a.key < b.key ? -1 : 1))
      .slice(0, NAMED);
    const languages = Object.fromEntries(
      this.languages.list.map((tag, i) => [tag, byLanguage[i] as number]).filter(([, count]) => count !== 0),
    );
    return { reviews, unmatched, languages, publishers };
  }

  private put(n: number, { content, shard, publisher, language, unmatched }: Held): void {
    this.set(n, CONTENT, content);
    this.set(n, SHARD, this.shards.number(shard));
    this.set(n, PUBLISHER, this.publishers.number(publisher.key));
    if (this.publishers.has(publisher.key) && !this.publisherNames.has(publisher.key))
      this.publisherNames.set(publisher.key, publisher.name);
    this.set(n, LANGUAGE, this.languages.number(language));
    this.set(n, FLAGS, ALIVE | SEEN | WRITTEN | (unmatched ? UNMATCHED : 0));
  }

  private get = (n: number, column: number): number => this.table[n * WIDTH + column] as number;
  private set = (n: number, column: number, value: number): void => {
    this.table[n * WIDTH + column] = value;
  };
}

/** Names of the layers of an edition. */
export const layersOf = (edition: Edition | undefined): string[] =>
  edition?.layers.map((layer) => layer.name) ?? [];

/** Who published a review: the host of its address, or its publisher's name where it has none. */
export const publisherOf = ({ url, publisher }: Review): PublisherName => ({
  key: hostName(url) || publisher,
  name: publisher,
});
