/** The library's database. Version and migrations live here; `tests/unit/store` holds one example of each version. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FactCheck, Pack, Review } from '../claims';

export interface StoredPack {
  readonly pack: Pack;
  /** Hash of the pack's content; another hash means another edition. */
  readonly version: string;
  /** How many checks belong to it. */
  readonly checks: number;
}

export interface StoredCheck {
  readonly pack: string;
  readonly id: string;
  readonly check: FactCheck;
}

/** A source of bare reviews that the reader added. */
export interface StoredSource {
  readonly id: string;
  /** Names its reviews in the database: another edition has another. */
  readonly edition: string;
  readonly title: string;
  /** Reviews taken from it, those of them that say too little to be matched, and records refused. */
  readonly reviews: number;
  readonly unmatched: number;
  readonly refused: number;
  /** Its publishers, those with most reviews first. */
  readonly publishers: readonly string[];
  /** Bytes of its index. */
  readonly bytes: number;
  /** When it was added (ISO 8601). */
  readonly added: string;
}

export interface StoredReview {
  /** Edition of the source it belongs to. */
  readonly edition: string;
  readonly id: string;
  readonly review: Review;
}

/** The search index of a source. */
export interface StoredIndex {
  readonly segment: ArrayBuffer;
  readonly beside: ArrayBuffer;
}

/** The index of a pack's ways of saying, as `openLibrary` takes it. */
export interface StoredWays {
  /** Edition of the pack, and which program's matcher, it was made with: it serves those alone. */
  readonly version: string;
  readonly program: string;
  readonly buffer: ArrayBuffer;
}

export interface Schema extends DBSchema {
  packs: { key: string; value: StoredPack };
  checks: { key: [pack: string, id: string]; value: StoredCheck; indexes: { id: string } };
  sources: { key: string; value: StoredSource };
  reviews: { key: [edition: string, id: string]; value: StoredReview; indexes: { id: string } };
  /** Editions that are being written or taken away, and since when (ISO 8601): nobody reads them. */
  pending: { key: string; value: string };
  indexes: { key: string; value: StoredIndex };
  ways: { key: string; value: StoredWays };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'factmark';
/** 1: packs and checks. 2: and sources with their reviews and indexes, and indexes of the packs' ways of saying. */
const VERSION = 2;

/** Opens the database, making or migrating it. `onLost` hears when the browser closed it (storage cleared, another version). */
export function openDatabase(onLost: () => void, name: string = NAME): Promise<Database> {
  return openDB<Schema>(name, VERSION, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('packs');
        const checks = db.createObjectStore('checks', { keyPath: ['pack', 'id'] });
        checks.createIndex('id', 'id');
      }
      if (from < 2) {
        db.createObjectStore('sources', { keyPath: 'id' });
        const reviews = db.createObjectStore('reviews', { keyPath: ['edition', 'id'] });
        reviews.createIndex('id', 'id');
        db.createObjectStore('indexes');
        db.createObjectStore('ways');
        db.createObjectStore('pending');
      }
    },
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}
