/** Is this `pack.json` to be trusted? Its size, its schema, its signatures, and that it goes on from what is installed. */
import * as v from 'valibot';
import {
  keysProblem,
  keyText,
  LARGEST_MANIFEST,
  type Manifest,
  MOST_BYTES,
  MOST_CHECKS,
  notSigned,
  type Problem,
  STARTER_ID,
  signedText,
  versionText,
} from '../../claims';
import { ManifestSchema, MOST_RECORDS } from '../../claims/packs/manifest';
import { say, type WordKey } from '../../words';
import { size } from '../network/error';
import type { KnownKeys, StoredSource } from '../source';
import { type Bytes, fromBase64url, hex, isVast, sha256 } from './bytes';
import { PackError } from './error';
import { followKeys, type KeyRefusal } from './follow-keys';

/** Most values in a manifest: one with every shard it may have, and much besides. */
const MOST_VALUES = 300_000;

/** What the source that is installed says about its next edition. */
export type Installed = Pick<StoredSource, 'id' | 'title' | 'current' | keyof KnownKeys>;

export interface Checked {
  readonly manifest: Manifest;
  /** What is known of the pack's keys once this edition is taken, or its revocation is heeded. */
  readonly keys: KnownKeys;
}

export const packSourceId = (packId: string): string => `pack:${packId}`;

/** `bytes` as JSON, undefined if they are none or more than a manifest may have. */
export function jsonOf(bytes: Uint8Array): unknown {
  if (bytes.byteLength > LARGEST_MANIFEST) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Checks the bytes of a `pack.json`. `installed` is the source it would be an edition of, if there is one already;
 * `now` (ISO 8601) is remembered with what is learnt of its keys.
 * @throws PackError that says what is wrong and what to do.
 */
export async function checkManifest(
  bytes: Bytes,
  installed: Installed | undefined,
  now: string,
): Promise<Checked> {
  if (bytes.byteLength > LARGEST_MANIFEST)
    throw new PackError(say('store_pack_manifest_large', size(LARGEST_MANIFEST)));
  const json = jsonOf(bytes);
  if (json === undefined) throw new PackError(say('store_pack_manifest_json'));
  const manifest = shaped(json);
  const keys = checkKeys(manifest, installed, now);
  await checkSignatures(manifest, json);
  await checkVersion(manifest, json);
  checkIdentity(manifest, installed);
  checkBounds(manifest);
  return { manifest, keys };
}

function shaped(json: unknown): Manifest {
  if (isVast(json, MOST_VALUES)) throw new PackError(say('store_pack_manifest_vast'));
  const parsed = v.safeParse(ManifestSchema, json, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw badForm(v.getDotPath(issue), issue.message);
}

/** What the schema says is for the pack's publisher, and English. */
const badForm = (path: string | null, message: string): PackError =>
  new PackError(
    say('store_pack_manifest_form', `${path ? `${path.slice(0, 80)}: ` : ''}${message.slice(0, 200)}`),
  );

const notInForm = ({ pointer, message }: Problem): PackError =>
  badForm(pointer.slice(1).replaceAll('/', '.'), message);

const REFUSALS = {
  unsigned: 'store_pack_unsigned',
  'another-key': 'store_pack_other_key',
  'earlier-key': 'store_pack_earlier_key',
  'another-spare': 'store_pack_other_spare',
  revoked: 'store_pack_revoked_key',
} as const satisfies Record<KeyRefusal, WordKey>;

/** Does the list of keys lead from the key that is known to the one that signs? That the signatures are good comes later. */
function checkKeys(manifest: Manifest, installed: Installed | undefined, now: string): KnownKeys {
  const problem = keysProblem(manifest);
  if (problem) throw notInForm(problem);
  const keys = followKeys(installed ?? {}, manifest, now);
  if (typeof keys === 'string') throw new PackError(say(REFUSALS[keys], manifest.title));
  return keys;
}

/** `json` is what was parsed: a schema may trim, and what was signed was not trimmed. */
async function checkSignatures({ id, signature, keys = [], title }: Manifest, json: unknown): Promise<void> {
  if (!signature) return;
  const utf8 = new TextEncoder();
  if (!(await isSignedWith(signature.key, signature.value, utf8.encode(signedText(json as Manifest)))))
    throw new PackError(say('store_pack_signature', title));
  for (const [i, said] of keys.entries())
    if (!(await isSignedWith(said.key, said.value, utf8.encode(keyText(id, said)))))
      throw notInForm(notSigned(i));
}

/** Editions are told apart by their version, so it must be that of what the manifest says. */
async function checkVersion({ version, title }: Manifest, json: unknown): Promise<void> {
  const text = new TextEncoder().encode(versionText(json as Manifest));
  if (hex(await sha256(text)).slice(0, 16) !== version) throw new PackError(say('store_pack_version', title));
}

async function isSignedWith(key: string, value: string, text: Bytes): Promise<boolean> {
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', fromBase64url(key), 'Ed25519', false, ['verify']);
  } catch (error) {
    if (error instanceof Error && error.name === 'NotSupportedError')
      throw new PackError(say('store_pack_no_crypto'));
    return false;
  }
  return crypto.subtle.verify('Ed25519', imported, fromBase64url(value), text);
}

function checkIdentity(
  { id, serial, signature, revoked, title }: Manifest,
  installed: Installed | undefined,
): void {
  if (id === STARTER_ID) throw new PackError(say('store_pack_starter_id', STARTER_ID));
  if (!installed) return;
  if (packSourceId(id) !== installed.id)
    throw new PackError(say('store_pack_another', installed.title, title, id));
  const { current } = installed;
  // Whoever stole a key can number an edition as high as numbers go: the key that comes after it counts afresh, and a
  // revocation counts whatever its number.
  const key = current.key ?? installed.key;
  if (revoked || (key !== undefined && key !== signature?.key)) return;
  if (serial < current.serial) throw new PackError(say('store_pack_older', title, serial, current.serial));
}

function checkBounds({ counts, layers, title }: Manifest): void {
  if (counts.checks > MOST_CHECKS)
    throw new PackError(say('store_pack_checks', title, counts.checks, MOST_CHECKS));
  const records = layers.reduce((sum, layer) => sum + layer.records, 0);
  if (records > MOST_RECORDS) throw new PackError(say('store_pack_records', title, records, MOST_RECORDS));
  const bytes = layers.reduce((sum, { shards }) => sum + shards.reduce((all, s) => all + s.bytes, 0), 0);
  if (bytes > MOST_BYTES) throw new PackError(say('store_pack_bytes', title, size(bytes), size(MOST_BYTES)));
}
