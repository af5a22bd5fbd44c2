/** Is this `pack.json` to be trusted? Its size, its schema, its signature, and that it goes on from what is installed. */
import * as v from 'valibot';
import {
  LARGEST_MANIFEST,
  type Manifest,
  MOST_BYTES,
  MOST_CHECKS,
  STARTER_ID,
  signedText,
  versionText,
} from '../../claims';
import { ManifestSchema, MOST_RECORDS } from '../../claims/packs/manifest';
import { say } from '../../words';
import { size } from '../network/error';
import type { StoredSource } from '../source';
import { type Bytes, fromBase64url, hex, isVast, sha256 } from './bytes';
import { PackError } from './error';

/** Most values in a manifest: one with every shard it may have, and much besides. */
const MOST_VALUES = 300_000;

/** What the source that is installed says about its next edition. */
export type Installed = Pick<StoredSource, 'id' | 'title' | 'key' | 'current'>;

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
 * Checks the bytes of a `pack.json`. `installed` is the source it would be an edition of, if there is one already.
 * @throws PackError that says what is wrong and what to do.
 */
export async function checkManifest(bytes: Bytes, installed: Installed | undefined): Promise<Manifest> {
  if (bytes.byteLength > LARGEST_MANIFEST)
    throw new PackError(say('store_pack_manifest_large', size(LARGEST_MANIFEST)));
  const json = jsonOf(bytes);
  if (json === undefined) throw new PackError(say('store_pack_manifest_json'));
  const manifest = shaped(json);
  await checkSignature(manifest, json, installed);
  await checkVersion(manifest, json);
  checkIdentity(manifest, installed);
  checkBounds(manifest);
  return manifest;
}

function shaped(json: unknown): Manifest {
  if (isVast(json, MOST_VALUES)) throw new PackError(say('store_pack_manifest_vast'));
  const parsed = v.safeParse(ManifestSchema, json, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  // What the schema says is for the pack's publisher, and English.
  const wrong = `${path ? `${path.slice(0, 80)}: ` : ''}${issue.message.slice(0, 200)}`;
  throw new PackError(say('store_pack_manifest_form', wrong));
}

/** `json` is what was parsed: a schema may trim, and what was signed was not trimmed. */
async function checkSignature(
  { signature, title }: Manifest,
  json: unknown,
  installed: Installed | undefined,
): Promise<void> {
  const pinned = installed?.key;
  if (!signature) {
    if (pinned === undefined) return;
    throw new PackError(say('store_pack_unsigned', title));
  }
  if (pinned !== undefined && signature.key !== pinned)
    throw new PackError(say('store_pack_other_key', title));
  const text = new TextEncoder().encode(signedText(json as Manifest));
  if (!(await isSignedWith(signature.key, signature.value, text)))
    throw new PackError(say('store_pack_signature', title));
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

function checkIdentity({ id, serial, title }: Manifest, installed: Installed | undefined): void {
  if (id === STARTER_ID) throw new PackError(say('store_pack_starter_id', STARTER_ID));
  if (!installed) return;
  if (packSourceId(id) !== installed.id)
    throw new PackError(say('store_pack_another', installed.title, title, id));
  const { current } = installed;
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
