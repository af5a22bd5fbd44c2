/** The library's database. Version and migrations live here; `tests/unit/store` holds one example of each version. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FactCheck, Pack } from '../claims';

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

export interface Schema extends DBSchema {
  packs: { key: string; value: StoredPack };
  checks: { key: [pack: string, id: string]; value: StoredCheck; indexes: { id: string } };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'factmark';
/** 1: packs and checks. */
const VERSION = 1;

/** Opens the database, making or migrating it. `onLost` hears when the browser closed it (storage cleared, another version). */
export function openDatabase(onLost: () => void, name: string = NAME): Promise<Database> {
  return openDB<Schema>(name, VERSION, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('packs');
        const checks = db.createObjectStore('checks', { keyPath: ['pack', 'id'] });
        checks.createIndex('id', 'id');
      }
    },
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}
