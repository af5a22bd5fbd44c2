/** A published pack on disk, read and held against its own hashes: `pack.json` and the shards it names. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import {
  canonical,
  keysProblem,
  LARGEST_MANIFEST,
  looksLikeManifest,
  type Manifest,
  notSigned,
  type PackRecord,
  parseManifest,
  parseShard,
  recordId,
  type Shard,
  versionText,
} from '../../claims';
import type { FileProblem } from '../library';
import { isSignatureGood, isStatementGood, sha256 } from './keys';

export interface Published {
  readonly manifest: Manifest | undefined;
  readonly problems: readonly FileProblem[];
}

/** A record of a published pack, and where it stands. */
export interface Placed {
  readonly record: PackRecord;
  readonly id: string;
  /** Its layer, the oldest being 0. */
  readonly layer: number;
  /** No later layer says anything of this id. */
  readonly current: boolean;
  readonly file: string;
  readonly pointer: string;
}

const REMEDY = 'put back the file as it was published, or pack again';

/** The name of a shard's file in the pack's folder. */
export const shardName = ({ sha256 }: Shard): string =>
  join('shards', `${Buffer.from(sha256, 'base64url').toString('hex')}.json`);

/** Bytes of `pack.json` for a manifest; the first line of a bundle, too. */
export const manifestBytes = (manifest: Manifest): Buffer => Buffer.from(`${canonical(manifest)}\n`);

/** First 16 hex digits of the SHA-256 of what `manifest` says, whatever version it has. */
export const versionOf = (manifest: Manifest): string =>
  sha256(versionText(manifest)).toString('hex').slice(0, 16);

/** Is `dir` a published pack, whole or broken, and no library folder? */
export async function isPublished(dir: string): Promise<boolean> {
  const shards = await readdir(join(dir, 'shards')).catch(() => []);
  if (shards.some((name) => /^[0-9a-f]{64}\.json$/.test(name))) return true;
  try {
    return looksLikeManifest(JSON.parse(await readFile(join(dir, 'pack.json'), 'utf8')));
  } catch {
    return false;
  }
}

/** Reads `pack.json` of the published pack in `dir`: its schema, its spelling, its version and its signature. */
export async function readPublished(dir: string): Promise<Published> {
  const path = join(dir, 'pack.json');
  const file = relative(process.cwd(), path);
  const bytes = await readFile(path);
  const problem = (pointer: string, message: string) => ({ file, pointer, message: `${message}; ${REMEDY}` });
  if (bytes.length > LARGEST_MANIFEST)
    return {
      manifest: undefined,
      problems: [problem('', `is larger than ${LARGEST_MANIFEST} bytes, which no reader takes`)],
    };
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return { manifest: undefined, problems: [problem('', 'is not valid JSON')] };
  }
  const parsed = parseManifest(json);
  if (!parsed.ok)
    return { manifest: undefined, problems: parsed.problems.map((p) => problem(p.pointer, p.message)) };
  const manifest = parsed.value;
  const problems: FileProblem[] = [];
  if (!manifestBytes(manifest).equals(bytes))
    problems.push(problem('', 'is not written as “pack” writes it'));
  if (versionOf(manifest) !== manifest.version)
    problems.push(problem('/version', 'is not the hash of what the file says'));
  if (manifest.signature && !isSignatureGood(manifest))
    problems.push(problem('/signature', 'is not the signature of this file'));
  const keys = keysProblem(manifest);
  if (keys) problems.push(problem(keys.pointer, keys.message));
  for (const [i, said] of manifest.keys?.entries() ?? [])
    if (!isStatementGood(manifest.id, said))
      problems.push(problem(notSigned(i).pointer, notSigned(i).message));
  return { manifest, problems };
}

/** Bytes of a shard's file and what it holds; `problems` if it is not the shard that the manifest names. */
async function readShard(dir: string, shard: Shard) {
  const path = join(dir, shardName(shard));
  const file = relative(process.cwd(), path);
  const broken = (message: string) => ({
    file,
    records: [],
    problems: [{ file, pointer: '', message: `${message}; ${REMEDY}` }],
  });
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return broken(`cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
  if (bytes.length !== shard.bytes)
    return broken(`has ${bytes.length} bytes, and ${shard.bytes} in pack.json`);
  if (sha256(bytes).toString('base64url') !== shard.sha256)
    return broken('does not have the hash of its name');
  const parsed = parseShard(bytes.toString('utf8'));
  if (parsed.ok) return { file, records: parsed.value, problems: [] };
  return { file, records: [], problems: parsed.problems.map((p) => ({ file, ...p })) };
}

/**
 * All records of the published pack in `dir`, newest layer first, shard by shard. What is wrong is handed to `report`.
 * Ids are held, records are not.
 */
export async function* recordsOf(
  dir: string,
  manifest: Manifest,
  report: (problem: FileProblem) => void,
): AsyncGenerator<Placed> {
  const newer = new Set<string>();
  for (const [layer, { records: count, shards }] of [...manifest.layers.entries()].reverse()) {
    const ids = new Set<string>();
    let n = 0;
    for (const shard of shards) {
      const { file, records, problems } = await readShard(dir, shard);
      problems.forEach(report);
      for (const [i, record] of records.entries()) {
        n++;
        const id = recordId(record);
        if (ids.has(id))
          report({
            file,
            pointer: `/${i}`,
            message: `${id === '' ? 'word sets stand' : `“${id}” stands`} twice in one layer; pack again`,
          });
        ids.add(id);
        yield { record, id, layer, current: !newer.has(id), file, pointer: `/${i}` };
      }
    }
    if (n !== count)
      report({
        file: relative(process.cwd(), join(dir, 'pack.json')),
        pointer: `/layers/${layer}/records`,
        message: `is ${count}, and the layer's shards hold ${n}; pack again`,
      });
    for (const id of ids) newer.add(id);
  }
}
