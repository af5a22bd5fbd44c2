/** Revokes a pack's key: from the next look on, readers take nothing more that is signed with it. */
import { type Manifest, MOST_KEYS } from '../../claims';
import { sealed } from './edition';
import { fingerprint, readKey } from './keys';
import { publish } from './publish';
import { readBefore } from './run';
import { stated } from './succession';

export interface RevokeOptions {
  /** Folder of the published pack. */
  readonly out: string;
  /** Files: the key, or its spare; and where to write the pack as one file too. */
  readonly key: string;
  readonly bundle?: string | undefined;
}

/**
 * Writes into `pack.json` that the key which signs is revoked. The spare first takes the place of the key, which is then
 * dead as well.
 * @throws Error if no reader would heed it, saying what to do; the folder is as it was then.
 */
export async function revoke({ out, key: file, bundle }: RevokeOptions): Promise<Manifest> {
  const key = await readKey(file);
  const before = (await readBefore(out))?.manifest;
  if (!before) throw new Error(`${out} holds no pack; give the folder that “pack” wrote to`);
  const { signature, keys = [], id, ...said } = before;
  if (!signature) throw new Error(`the pack in ${out} is not signed, so there is no key to revoke`);
  const takesOver = keys.at(-1)?.spare === key.public;
  if (signature.key !== key.public && !takesOver)
    throw new Error(
      `readers know this pack by the key ${fingerprint(signature.key)}, and heed no other than that and its spare; this is ${fingerprint(key.public)}`,
    );
  const serial = before.serial + 1;
  const list = takesOver ? [...keys, stated(id, { key: key.public, serial }, key)] : keys;
  const manifest = sealed(
    { ...said, id, serial, ...(list.length > 0 && { keys: list.slice(-MOST_KEYS) }), revoked: true },
    key,
  );
  await publish(out, { manifest, shards: [] }, before, bundle, () => {});
  return manifest;
}
