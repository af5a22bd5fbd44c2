/** Bytes of packs: their hashes, their spellings, and JSON of a bounded size. */
import type { Shard } from '../../claims';

export type Bytes = Uint8Array<ArrayBuffer>;

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The bytes of base64url without padding, whose alphabet was checked. */
export const fromBase64url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

/** A shard's file: its name among chosen files, and its place beside `pack.json`. */
export const shardFile = ({ sha256 }: Shard): string => `${hex(fromBase64url(sha256))}.json`;
export const shardPath = (shard: Shard): string => `shards/${shardFile(shard)}`;

/**
 * Has this value, out of `JSON.parse`, more than `most` values in it, or stands one deeper than 64? Schemas name each
 * thing that is wrong, so what is far too large must not reach them.
 */
export function isVast(json: unknown, most: number): boolean {
  let left = most;
  const tooMany = (value: unknown, depth: number): boolean => {
    if (--left < 0 || depth > 64) return true;
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return value.length > left || value.some((item) => tooMany(item, depth + 1));
    for (const key in value) if (tooMany((value as Record<string, unknown>)[key], depth + 1)) return true;
    return false;
  };
  return tooMany(json, 0);
}
