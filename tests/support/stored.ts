/** Databases as earlier versions left them: made from example files, without any code of ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const STORED = resolve(import.meta.dirname, '../fixtures/stored');

/** The example of `file`, as JSON. */
export const example = (file: string) => JSON.parse(readFileSync(resolve(STORED, file), 'utf8'));

/** Example files in `folder` whose names begin so, sorted. */
export const examples = (thing: string, folder = '.'): string[] =>
  readdirSync(resolve(STORED, folder))
    .filter((file) => file.startsWith(`${thing}-`))
    .sort();

export interface StoredDatabase {
  name: string;
  version: number;
  stores: Record<
    string,
    {
      keyPath: string | string[] | null;
      autoIncrement?: boolean;
      indexes: Record<string, string>;
      records: { key?: IDBValidKey; value: unknown }[];
    }
  >;
}

/**
 * A value as it was stored. JSON has no bytes: `{$text}` stands for a text in UTF-8, `{$bytes}` and `{$buffer}` for a
 * `Uint8Array` and an `ArrayBuffer` in base64, `{$words}` for a `Uint32Array`.
 */
function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revived);
  const { $text, $bytes, $buffer, $words } = value as Record<string, never>;
  if ($text !== undefined) return new TextEncoder().encode($text);
  if ($bytes !== undefined) return Uint8Array.from(Buffer.from($bytes, 'base64'));
  if ($buffer !== undefined) return Uint8Array.from(Buffer.from($buffer, 'base64')).buffer;
  if ($words !== undefined) return Uint32Array.from($words);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]));
}

/** Makes the database as that version made it. */
export function restore({ name, version, stores }: StoredDatabase): Promise<void> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, version);
    request.onerror = () => failed(request.error);
    request.onupgradeneeded = () => {
      for (const [storeName, { keyPath, autoIncrement = false, indexes, records }] of Object.entries(
        stores,
      )) {
        const store = request.result.createObjectStore(storeName, { keyPath, autoIncrement });
        for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
        for (const { key, value } of records) store.put(revived(value), key);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      done();
    };
  });
}
