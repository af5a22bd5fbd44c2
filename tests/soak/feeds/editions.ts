/** Editions of a pack that nobody should publish: sealed again, so that all is read, or not, so that nothing may be. */
import { createHash } from 'node:crypto';
import type { Manifest } from '../../../lib/claims';
import { signed } from '../../../lib/cli/pack/keys';
import { manifestBytes, versionOf } from '../../../lib/cli/pack/published';
import { newKey, PackMaker, pathOf } from '../../support/pack-maker';
import { FIRST } from '../../support/pack-sky';
import type { Random } from '../random';
import { RECORDS, SMALL } from './corpus';
import { mutated, spoiled } from './mutate';

export const KEY = newKey();
export const first = new PackMaker('sky', KEY).publish(FIRST);
export const PROMISED = { checks: FIRST.checks?.length ?? 0, reviews: FIRST.reviews?.length ?? 0 };

export interface Wrong {
  readonly files: readonly File[];
  /** Records in its shards, those that were read before with them. */
  readonly records: number;
  /** It must be refused as a whole. */
  readonly isForged: boolean;
}

interface ShardFile {
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly records: number;
}

const pool = [
  ...RECORDS.slice(-60),
  ...SMALL.map((check) => ({ check })),
  { sets: FIRST.sets },
  { removed: 'comet-cheese' },
];

function shard(chance: Random): ShardFile {
  const lines: string[] = [];
  for (let n = chance.int(0, 25); n > 0; n--)
    lines.push(mutated(chance.pick(pool), chance, chance.chance(0.5) ? 0 : chance.int(1, 2)).text);
  if (lines.length > 0 && chance.chance(0.1)) lines.push(lines[0] as string);
  const text = `[\n${lines.join(',\n')}\n]\n`;
  const bytes = Buffer.from(chance.chance(0.03) ? spoiled(Buffer.from(text), chance, 2) : Buffer.from(text));
  return { bytes, records: lines.length, sha256: createHash('sha256').update(bytes).digest('base64url') };
}

/** The next edition of `first`: changed records in new layers or afresh, its manifest changed, some of it forged. */
export function wrong(chance: Random): Wrong {
  const layers = Array.from({ length: chance.int(1, 3) }, () =>
    Array.from({ length: chance.int(1, 2) }, () => shard(chance)),
  );
  const added: Manifest['layers'] = layers.map((shards) => ({
    records: shards.reduce((sum, { records }) => sum + records, 0) + chance.pick([0, 0, 0, 1, -1]),
    shards: shards.map(({ sha256, bytes }) => ({ sha256, bytes: bytes.length })),
  }));
  const { signature: _signature, ...before } = first.manifest;
  const said = {
    ...before,
    serial: chance.pick([1, 2, 2, 2, 3, 2 ** 31]),
    layers: chance.chance(0.5) ? [...before.layers, ...added] : added,
    counts: chance.chance(0.3) ? { checks: chance.int(0, 12), reviews: chance.int(0, 12) } : before.counts,
  };
  const changed: unknown = chance.chance(0.25) ? JSON.parse(mutated(said, chance, 2).text) : said;
  const { manifest, isForged } = sealed(changed, chance);
  const files = new Map<string, Uint8Array>(first.files);
  files.delete('pack.json');
  for (const { sha256, bytes } of layers.flat()) files.set(pathOf(sha256), bytes);
  const isSpoiled = changed === said && chance.chance(0.05) && spoil(files, layers.flat(), chance);
  return {
    records: layers.flat().reduce((sum, { records }) => sum + records, 0),
    isForged: isForged || isSpoiled,
    files: filesOf(manifest, files, chance),
  };
}

/** With version and signature of our key, of another, of something else, or with none. */
function sealed(changed: unknown, chance: Random): { manifest: Buffer; isForged: boolean } {
  const isRow = typeof changed === 'object' && changed !== null && !Array.isArray(changed);
  if (!isRow) return { manifest: Buffer.from(`${JSON.stringify(changed)}\n`), isForged: true };
  const said = changed as Manifest;
  const versioned = { ...said, version: versionOf(said) };
  const kind = chance.int(0, 19);
  if (kind === 0) return { manifest: manifestBytes(versioned), isForged: true };
  if (kind === 1) return { manifest: manifestBytes(signed(versioned, newKey())), isForged: true };
  const good = signed(versioned, KEY);
  if (kind === 2)
    return { manifest: manifestBytes({ ...good, title: `${String(good.title)}!` }), isForged: true };
  if (kind === 3)
    return {
      manifest: manifestBytes(signed({ ...versioned, version: '0'.repeat(16) }, KEY)),
      isForged: true,
    };
  // Where bytes fall may say nothing: the last letter of a signature, a space.
  if (kind === 4) return { manifest: Buffer.from(spoiled(manifestBytes(good), chance, 1)), isForged: false };
  return { manifest: manifestBytes(good), isForged: false };
}

/** Another byte in a shard that must be read. */
function spoil(files: Map<string, Uint8Array>, shards: readonly ShardFile[], chance: Random): boolean {
  const { sha256 } = chance.pick(shards);
  const bytes = Buffer.from(files.get(pathOf(sha256)) ?? []);
  const at = chance.int(0, bytes.length - 1);
  bytes[at] = (bytes[at] as number) ^ 1;
  files.set(pathOf(sha256), bytes);
  return true;
}

/** As one bundle, whose order is the manifest's, or as files. */
function filesOf(manifest: Buffer, files: ReadonlyMap<string, Uint8Array>, chance: Random): File[] {
  const shards = [...files].map(
    ([path, bytes]) => new File([Buffer.from(bytes)], path.replace('shards/', '')),
  );
  const all = [new File([new Uint8Array(manifest)], 'pack.json'), ...shards];
  return chance.chance(0.03) ? all.slice(0, -1) : all;
}
