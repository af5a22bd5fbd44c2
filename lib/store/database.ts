/** The library's database. Version and migrations live here; `tests/unit/store` holds one example of each version. */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB, unwrap } from 'idb';
import type { FactCheck, Pack } from '../claims';
import { fromVersion2 } from './migrate';
import type { PublisherName, StoredSource } from './source';
import { keepWritable } from './writable';

/** The library that ships with the extension. */
export interface StoredPack {
  readonly pack: Pack;
  /** Hash of the pack's content; another hash means another edition. */
  readonly version: string;
  /** How many checks belong to it. */
  readonly checks: number;
}

export interface StoredCheck {
  /** The starter, or the edition of a source it belongs to. */
  readonly pack: string;
  readonly id: string;
  readonly check: FactCheck;
  /** SHA-256 (base64url) of the shard it came in; the starter's came in none. */
  readonly shard?: string;
}

/** The search index of a layer. */
export interface StoredSegment {
  readonly segment: ArrayBuffer;
  readonly beside: ArrayBuffer;
  /** Keys of publishers by their number in `beside`. */
  readonly publishers: readonly string[];
  /** Words of its claims, for half and mistyped words in a search; indexes of earlier versions have none. */
  readonly words?: ArrayBuffer;
}

/** What an update must know of the reviews of a layer; not needed to search it. */
export interface StoredPrints {
  /** A row each (`layers/prints.ts`). */
  readonly rows: Uint32Array;
  /** Publishers, languages and shards by their numbers in the rows. */
  readonly publishers: readonly PublisherName[];
  readonly languages: readonly string[];
  readonly shards: readonly string[];
}

/** The index of a pack's ways of saying, as `openLibrary` takes it. */
export interface StoredWays {
  /** Edition of the pack, and which program's matcher, it was made with: it serves those alone. */
  readonly version: string;
  readonly program: string;
  readonly buffer: ArrayBuffer;
}

/** A request that was made (`network/receipt.ts`). */
export interface StoredRequest {
  /** When it was sent (ISO 8601). */
  readonly when: string;
  readonly url: string;
  readonly why: string;
  /** Id of the source it was for, or ''. */
  readonly source: string;
  /** Bytes of the body that were received, as they came out of the browser's decompression. */
  readonly bytes: number;
  /** HTTP status, or 0 if there was no answer. */
  readonly status: number;
  /** How it ended: `done`, `same` (not modified), `running`, or what went wrong. */
  readonly outcome: string;
}

/** What the reader last saw of a check that was opened (`opened/`). */
export interface StoredOpened {
  readonly id: string;
  readonly opened: string;
  readonly question: string;
  readonly verdict: FactCheck['verdict'];
  readonly answer: string;
  readonly checkedOn: string;
  /** Hash of all its text. */
  readonly text: string;
}

/** A check that says another thing than when the reader opened it. */
export interface StoredChange {
  readonly id: string;
  /** When the update came (ISO 8601). */
  readonly when: string;
  readonly was: StoredOpened;
  readonly now: Omit<StoredOpened, 'opened'>;
  /** Why, in its publisher's words, or ''. */
  readonly why: string;
  /** The reader has been told. */
  readonly told: boolean;
  /** A notification came up for this verdict; whether the reader saw it, nobody knows. */
  readonly notified?: boolean;
}

export interface Schema extends DBSchema {
  packs: { key: string; value: StoredPack };
  checks: { key: [pack: string, id: string]; value: StoredCheck; indexes: { id: string } };
  sources: { key: string; value: StoredSource };
  /** Reviews of a layer as JSON lines (UTF-8), in buckets by id; a later line stands before an earlier one. */
  records: { key: [layer: string, bucket: number, part: number]; value: Uint8Array };
  segments: { key: string; value: StoredSegment };
  prints: { key: string; value: StoredPrints };
  /** For each layer of an edition, the claims of its segment that are not this edition's any more (bit n: claim n). */
  masks: { key: string; value: readonly (Uint8Array | undefined)[] };
  /** Layers and editions that are being written or taken away, and since when (ISO 8601): nobody reads them. */
  pending: { key: string; value: string };
  ways: { key: string; value: StoredWays };
  requests: { key: number; value: StoredRequest };
  opened: { key: string; value: StoredOpened };
  changes: { key: string; value: StoredChange };
  /** What was opened according to a backup that is being taken over (`backup/restore.ts`). */
  restoring: { key: string; value: readonly StoredOpened[] };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'factmark';
/**
 * 1: packs and checks. 2: and sources with their reviews and indexes, and indexes of the packs' ways of saying. 3: sources
 * in editions of layers; requests; what was opened and changed. 4: what a backup leaves to be taken over.
 */
const VERSION = 4;

/**
 * Opens the database, making or migrating it. What a newer version of Factmark has stored is left as it is, for that
 * version to find: this one has a database of its own beside it then (`isBeside`). `onLost` hears when the browser
 * closed it (storage cleared, another version).
 */
export async function openDatabase(onLost: () => void, name: string = NAME): Promise<Database> {
  try {
    return await openAs(name, onLost);
  } catch (error) {
    if (Object(error).name !== 'VersionError') throw error;
    return openAs(`${name}-${VERSION}`, onLost);
  }
}

/** Is this one of our own because a newer version has stored its own? */
export const isBeside = ({ name }: Database): boolean => name.endsWith(`-${VERSION}`);

/** Removes what earlier versions had for themselves beside what a newer one had stored, now that it is here again. */
export async function removeBeside(db: Database): Promise<void> {
  if (isBeside(db)) return;
  for (const { name } of await indexedDB.databases())
    if (name?.startsWith(`${db.name}-`)) await deleteDB(name);
}

async function openAs(name: string, onLost: () => void): Promise<Database> {
  const db = await openDB<Schema>(name, VERSION, {
    async upgrade(db, from, _to, transaction) {
      if (from < 1) {
        db.createObjectStore('packs');
        const checks = db.createObjectStore('checks', { keyPath: ['pack', 'id'] });
        checks.createIndex('id', 'id');
      }
      if (from < 2) db.createObjectStore('sources', { keyPath: 'id' });
      // The first databases of version 2 had neither.
      for (const name of ['ways', 'pending'] as const)
        if (!db.objectStoreNames.contains(name)) db.createObjectStore(name);
      if (from < 3) {
        db.createObjectStore('records');
        db.createObjectStore('segments');
        db.createObjectStore('prints');
        db.createObjectStore('masks');
        db.createObjectStore('requests', { autoIncrement: true });
        db.createObjectStore('opened', { keyPath: 'id' });
        db.createObjectStore('changes', { keyPath: 'id' });
      }
      if (from < 4) db.createObjectStore('restoring');
      if (from === 2)
        await fromVersion2(transaction).catch((error) => {
          // The old version stays as it was.
          console.warn(`factmark: the library could not be brought up to date. ${String(error)}`);
          transaction.abort();
        });
    },
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
  keepWritable(unwrap(db));
  return db;
}
