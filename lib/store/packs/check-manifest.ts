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
import { size } from '../network/error';
import type { StoredSource } from '../source';
import { type Bytes, fromBase64url, hex, isVast, sha256 } from './bytes';
import { PackError, TELL } from './error';

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
    throw new PackError(`Its pack.json is larger than ${size(LARGEST_MANIFEST)}. ${TELL}`);
  const json = jsonOf(bytes);
  if (json === undefined) throw new PackError(`Its pack.json is cut short or is not JSON. ${TELL}`);
  const manifest = shaped(json);
  await checkSignature(manifest, json, installed);
  await checkVersion(manifest, json);
  checkIdentity(manifest, installed);
  checkBounds(manifest);
  return manifest;
}

function shaped(json: unknown): Manifest {
  if (isVast(json, MOST_VALUES)) throw new PackError(`Its pack.json holds far too many values. ${TELL}`);
  const parsed = v.safeParse(ManifestSchema, json, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new PackError(
    `Its pack.json is not as packs are: ${path ? `${path.slice(0, 80)}: ` : ''}${issue.message.slice(0, 200)}. ${TELL}`,
  );
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
    throw new PackError(
      `“${title}” was signed when you added it, and this edition is not, so it was not taken. If its publisher says that this is right, remove the pack and add it again.`,
    );
  }
  if (pinned !== undefined && signature.key !== pinned)
    throw new PackError(
      `This edition of “${title}” is signed with another key than the one you added, so it was not taken. Ask its publisher whether the key was changed; if it was, remove the pack and add it again.`,
    );
  const text = new TextEncoder().encode(signedText(json as Manifest));
  if (!(await isSignedWith(signature.key, signature.value, text)))
    throw new PackError(
      `The signature of “${title}” is wrong: something in pack.json was changed on its way. ${TELL}`,
    );
}

/** Editions are told apart by their version, so it must be that of what the manifest says. */
async function checkVersion({ version, title }: Manifest, json: unknown): Promise<void> {
  const text = new TextEncoder().encode(versionText(json as Manifest));
  if (hex(await sha256(text)).slice(0, 16) !== version)
    throw new PackError(
      `The version of “${title}” is not that of what its pack.json says: it was changed on its way, or not packed whole. ${TELL}`,
    );
}

async function isSignedWith(key: string, value: string, text: Bytes): Promise<boolean> {
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', fromBase64url(key), 'Ed25519', false, ['verify']);
  } catch (error) {
    if (error instanceof Error && error.name === 'NotSupportedError')
      throw new PackError('This browser can’t check signatures (Ed25519). Update the browser and try again.');
    return false;
  }
  return crypto.subtle.verify('Ed25519', imported, fromBase64url(value), text);
}

function checkIdentity({ id, serial, title }: Manifest, installed: Installed | undefined): void {
  if (id === STARTER_ID)
    throw new PackError(
      `A pack can't be called “${STARTER_ID}”: that is the library which comes with Factmark. Ask its publisher to give it another id.`,
    );
  if (!installed) return;
  if (packSourceId(id) !== installed.id)
    throw new PackError(
      `At the address of “${installed.title}” there is another pack now, “${title}” (${id}). If you want that one, add it; the one you have stays as it is.`,
    );
  const { current } = installed;
  if (serial < current.serial)
    throw new PackError(
      `The host serves an older copy of “${title}” (edition ${serial}; you have ${current.serial}), so it was not taken. Try again later.`,
    );
}

function checkBounds({ counts, layers }: Manifest): void {
  if (counts.checks > MOST_CHECKS)
    throw new PackError(
      `It has ${counts.checks} authored checks; Factmark takes ${MOST_CHECKS} of a pack. Ask its publisher for a smaller one.`,
    );
  const records = layers.reduce((sum, layer) => sum + layer.records, 0);
  if (records > MOST_RECORDS)
    throw new PackError(
      `It has ${records} records; Factmark takes ${MOST_RECORDS} of a pack. Ask its publisher for a smaller one.`,
    );
  const bytes = layers.reduce((sum, { shards }) => sum + shards.reduce((all, s) => all + s.bytes, 0), 0);
  if (bytes > MOST_BYTES)
    throw new PackError(
      `It takes ${size(bytes)}; Factmark takes ${size(MOST_BYTES)} of a pack. Ask its publisher for a smaller one.`,
    );
}
