/** Library folders made for packing, and published packs read back the plain way: layer by layer, the later stands. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest, PackRecord } from '../../lib/claims';
import { reviewId } from '../../lib/claims';
import { aCheck, aPack } from './checks';

export type Files = Record<string, unknown>;

/** The pack.json of a library folder with another id than the starter's. */
export const skyPack = (change: Record<string, unknown> = {}) => aPack({ id: 'sky-checks', ...change });

/** A check `name` in the file where it belongs. */
export const checkFile = (name: string, change: Record<string, unknown> = {}): Files => ({
  [`sky/${name}.json`]: aCheck({ id: name, ...change }),
});

/** A review of claim number `n`. */
export const aReview = (n: number, change: Record<string, unknown> = {}) => ({
  id: reviewId('https://example.org', String(n)),
  claim: `Claim number ${n} about the moon and what it is made of.`,
  publisher: 'Sky desk',
  verdict: { label: 'False', rating: 'false' },
  checkedOn: '2024-05-06',
  url: `https://example.org/reviews/${n}`,
  language: 'en',
  ...change,
});

export const jsonLines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Writes files into a folder that is there. */
export function write(dir: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** Every file under `dir`: its name to its bytes. */
export function tree(dir: string): Map<string, Buffer> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
  return new Map(files.map((path) => [path.slice(dir.length + 1), readFileSync(path)]));
}

/** Files in one hash, for comparing many. */
export function hashOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

export const manifestIn = (dir: string): Manifest => JSON.parse(readFileSync(join(dir, 'pack.json'), 'utf8'));

/** Names of the shards' files of a manifest, oldest layer first. */
export const shardsOf = (manifest: Manifest): string[] =>
  manifest.layers.flatMap((layer) =>
    layer.shards.map(({ sha256 }) => `shards/${Buffer.from(sha256, 'base64url').toString('hex')}.json`),
  );

/** What a reader of the published pack holds in the end: records by id (word sets: ''). */
export function heldBy(dir: string): Map<string, unknown> {
  const held = new Map<string, unknown>();
  for (const name of shardsOf(manifestIn(dir)))
    for (const record of JSON.parse(readFileSync(join(dir, name), 'utf8')) as PackRecord[]) {
      if ('removed' in record) held.delete(record.removed);
      else if ('sets' in record) held.set('', record.sets);
      else if ('check' in record) held.set(record.check.id, record.check);
      else held.set(record.review.id, record.review);
    }
  return held;
}
