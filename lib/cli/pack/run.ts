/** From a library folder to an edition in its place: what is read, what is refused, what is written. */
import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { type Manifest, STARTER_ID } from '../../claims';
import type { FileProblem } from '../library';
import { lintFolder } from '../lint';
import { UsageError } from '../usage';
import { type Content, readContent } from './content';
import { difference, isUnchanged, nextEdition } from './edition';
import { fingerprint, readKey, type SigningKey } from './keys';
import { publish, writeBundle } from './publish';
import { readPublished } from './published';

export interface PackOptions {
  readonly dir: string;
  readonly out: string;
  /** Files: the private key to sign with, and where to write the pack as one file too. */
  readonly key?: string | undefined;
  readonly bundle?: string | undefined;
  /** A key other than the one before may sign. */
  readonly newKey?: boolean | undefined;
  /** Awaited between records and before each file, with their number; what it throws ends the work. */
  readonly step?: ((n: number) => Promise<void> | void) | undefined;
}

/** The edition that stands in the folder after a run. */
export interface Packed {
  readonly manifest: Manifest;
  /** Bytes of shards that the edition before did not have. */
  readonly added: number;
  /** What the publisher should know. */
  readonly notes: readonly string[];
}

/**
 * Packs the folder `dir` into `out`; or tells the problems of `dir`, and writes nothing.
 * @throws Error if it may not, saying what to do; `out` is as it was then.
 */
export async function packFolder(options: PackOptions): Promise<Packed | readonly FileProblem[]> {
  const { dir, out, step = () => {} } = options;
  refuseInside(dir, out);
  const key = options.key === undefined ? undefined : await readKey(options.key);
  const problems = await lintFolder(dir);
  if (problems.length > 0) return problems;
  const content = await readContent(dir, step);
  if (content.pack.id === STARTER_ID)
    throw new Error(`“${STARTER_ID}” is the library of the extension itself; give the pack another id`);
  const before = await readBefore(out);
  return before ? update(content, before, key, options) : first(content, key, options);
}

async function first(
  content: Content,
  key: SigningKey | undefined,
  { out, bundle, step = () => {} }: PackOptions,
): Promise<Packed> {
  const edition = nextEdition(content, undefined, key);
  await publish(out, edition, undefined, bundle, step);
  return { manifest: edition.manifest, added: bytesOf(edition.shards), notes: [] };
}

interface Before {
  readonly manifest: Manifest;
  readonly damaged: boolean;
}

async function update(
  content: Content,
  { manifest, damaged }: Before,
  key: SigningKey | undefined,
  options: PackOptions,
): Promise<Packed> {
  const { out, bundle, step = () => {} } = options;
  const notes = refuseOther(manifest, content.pack.id, key, options);
  const found = await difference(content, out, manifest, step);
  const changed = { ...found, damaged: damaged || found.damaged };
  if (changed.damaged) notes.push(`the edition in ${out} was damaged; all is written afresh`);
  if (isUnchanged(content, manifest, changed, key)) {
    if (bundle !== undefined) await writeBundle(bundle, out, manifest);
    return { manifest, added: 0, notes: [...notes, `nothing changed since edition ${manifest.serial}`] };
  }
  const edition = nextEdition(content, { manifest, difference: changed }, key);
  await publish(out, edition, manifest, bundle, step);
  return { manifest: edition.manifest, added: bytesOf(edition.shards), notes };
}

const bytesOf = (shards: readonly { bytes: number }[]) => shards.reduce((sum, s) => sum + s.bytes, 0);

/** The edition in `out`, if there is one. Its number must be known, since no later one may have a lower. */
async function readBefore(out: string): Promise<Before | undefined> {
  const isThere = await stat(join(out, 'pack.json')).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const { manifest, problems } = await readPublished(out);
  if (manifest) return { manifest, damaged: problems.length > 0 };
  const [{ file, pointer, message } = { file: out, pointer: '', message: '' }] = problems;
  throw new Error(
    `${file}:${pointer}: ${message}. No edition can follow it: put back the one that readers have, or choose another folder for --out`,
  );
}

function refuseInside(dir: string, out: string): void {
  const inside = relative(resolve(dir), resolve(out));
  if (inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside))
    throw new UsageError(`--out must lie outside of ${dir}, whose files are read as checks`);
}

/** @throws Error if readers of the edition `before` would refuse what follows it. Returns what they must be told. */
function refuseOther(
  before: Manifest,
  id: string,
  key: SigningKey | undefined,
  { out, newKey = false }: PackOptions,
): string[] {
  if (before.id !== id)
    throw new Error(`${out} holds the pack “${before.id}”, not “${id}”; choose another folder for --out`);
  if (before.signature === undefined || before.signature.key === key?.public) return [];
  const known = fingerprint(before.signature.key);
  if (key === undefined)
    throw new Error(`readers know this pack by the key ${known}, and refuse it unsigned; give --key FILE`);
  const other = fingerprint(key.public);
  if (!newKey)
    throw new Error(
      `readers know this pack by the key ${known}, and refuse it signed by ${other}; give the first, or --new-key if that is lost: then every reader must remove the pack and add it again`,
    );
  return [`the key is now ${other}; every reader must remove the pack and add it again`];
}
