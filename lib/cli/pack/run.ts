/** From a library folder to an edition in its place: what is read, what is refused, what is written. */
import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { type Manifest, STARTER_ID } from '../../claims';
import type { FileProblem } from '../library';
import { lintFolder } from '../lint';
import { UsageError } from '../usage';
import { type Content, readContent } from './content';
import { difference, isUnchanged, nextEdition, type Signing } from './edition';
import { fingerprint, readKey, type SigningKey } from './keys';
import { publish, writeBundle } from './publish';
import { readPublished } from './published';
import { readSpare, succession } from './succession';

export interface PackOptions {
  readonly dir: string;
  readonly out: string;
  /** Files: the private key to sign with, and where to write the pack as one file too. */
  readonly key?: string | undefined;
  readonly bundle?: string | undefined;
  /** A key other than the one before may sign. */
  readonly newKey?: boolean | undefined;
  /** The only key that may take this one's place one day: its public key, or its file. */
  readonly spare?: string | undefined;
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
  const { signing, notes } = await signingOf(content.pack.id, before?.manifest, key, options);
  return before ? update(content, before, signing, notes, options) : first(content, signing, notes, options);
}

interface Signed {
  readonly signing: Signing | undefined;
  /** What the publisher should know. */
  readonly notes: readonly string[];
}

/** @throws Error if readers of the edition `before` would refuse what follows it. */
async function signingOf(
  id: string,
  before: Manifest | undefined,
  key: SigningKey | undefined,
  { out, spare, newKey }: PackOptions,
): Promise<Signed> {
  if (before && before.id !== id)
    throw new Error(`${out} holds the pack “${before.id}”, not “${id}”; choose another folder for --out`);
  if (key) {
    const named = spare === undefined ? undefined : await readSpare(spare);
    const { keys, notes } = succession({ id, before, key, spare: named, newKey });
    return { signing: { key, keys }, notes };
  }
  if (before?.signature === undefined) return { signing: undefined, notes: [] };
  const known = fingerprint(before.signature.key);
  throw new Error(`readers know this pack by the key ${known}, and refuse it unsigned; give --key FILE`);
}

async function first(
  content: Content,
  signing: Signing | undefined,
  notes: readonly string[],
  { out, bundle, step = () => {} }: PackOptions,
): Promise<Packed> {
  const edition = nextEdition(content, undefined, signing);
  await publish(out, edition, undefined, bundle, step);
  return { manifest: edition.manifest, added: bytesOf(edition.shards), notes };
}

interface Before {
  readonly manifest: Manifest;
  readonly damaged: boolean;
}

async function update(
  content: Content,
  { manifest, damaged }: Before,
  signing: Signing | undefined,
  told: readonly string[],
  options: PackOptions,
): Promise<Packed> {
  const { out, bundle, step = () => {} } = options;
  const notes = [...told];
  const found = await difference(content, out, manifest, step);
  const changed = { ...found, damaged: damaged || found.damaged };
  if (changed.damaged) notes.push(`the edition in ${out} was damaged; all is written afresh`);
  if (isUnchanged(content, manifest, changed, signing)) {
    if (bundle !== undefined) await writeBundle(bundle, out, manifest);
    return { manifest, added: 0, notes: [...notes, `nothing changed since edition ${manifest.serial}`] };
  }
  const edition = nextEdition(content, { manifest, difference: changed }, signing);
  await publish(out, edition, manifest, bundle, step);
  return { manifest: edition.manifest, added: bytesOf(edition.shards), notes };
}

const bytesOf = (shards: readonly { bytes: number }[]) => shards.reduce((sum, s) => sum + s.bytes, 0);

/** The edition in `out`, if there is one. Its number must be known, since no later one may have a lower. */
export async function readBefore(out: string): Promise<Before | undefined> {
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
