/** Which keys the next edition of a pack lists: each names its spare, and only the spare takes its place. */
import { sign as ed25519Sign } from 'node:crypto';
import { type KeyStatement, keyText, type Manifest, MOST_KEYS } from '../../claims';
import { fingerprint, publicKeyOf, type SigningKey } from './keys';

export interface Succession {
  readonly keys: readonly KeyStatement[] | undefined;
  /** What the publisher should know. */
  readonly notes: readonly string[];
}

export interface KeysNext {
  /** Of the pack, whose keys these are. */
  readonly id: string;
  /** The edition before. */
  readonly before: Manifest | undefined;
  readonly key: SigningKey;
  /** Public key of the spare that is named now. */
  readonly spare?: string | undefined;
  /** Another key than the one before may sign. */
  readonly newKey?: boolean | undefined;
}

/** The public key that `--spare` gives: as `keygen` prints it, or in the file of a key, of which only that half is read. */
export const readSpare = async (given: string): Promise<string> =>
  /^[\w-]{43}$/.test(given) && Buffer.from(given, 'base64url').toString('base64url') === given
    ? given
    : publicKeyOf(given);

/** @throws Error if readers of the edition before would refuse this key or this spare, saying what to do. */
export function succession({ id, before, key, spare, newKey = false }: KeysNext): Succession {
  const list = before?.keys ?? [];
  const present = before?.signature?.key;
  const serial = (before?.serial ?? 0) + 1;
  const say = (): KeyStatement => stated(id, { key: key.public, serial, ...(spare && { spare }) }, key);
  const unspared =
    'this key has no spare: name one with --spare, or it can never be changed without your readers';
  if (spare !== undefined && (spare === key.public || list.some((said) => said.key === spare)))
    throw new Error(
      `the spare ${fingerprint(spare)} signs or has signed this pack; make another with “keygen FILE”`,
    );
  if (present === undefined || present === key.public) {
    if (before?.revoked)
      throw new Error(
        `the key ${fingerprint(key.public)} is revoked, and readers take nothing more that it signs; give its spare with --new-key`,
      );
    const named = list.at(-1)?.spare;
    if (spare !== undefined && named !== undefined && spare !== named)
      throw new Error(
        `readers know ${fingerprint(named)} as the spare of this key, and refuse another; leave --spare out`,
      );
    if (spare !== undefined && named === undefined) return { keys: [...list.slice(0, -1), say()], notes: [] };
    const notes = named === undefined && present === undefined ? [unspared] : [];
    return { keys: list.length > 0 ? list : undefined, notes };
  }
  const known = fingerprint(present);
  const now = fingerprint(key.public);
  const takesOver = list.at(-1)?.spare === key.public;
  if (!newKey)
    throw new Error(
      takesOver
        ? `${now} is the spare of the key ${known}; give --new-key if it is to take that one’s place for good, and name a spare of its own with --spare`
        : `readers know this pack by the key ${known}, and refuse it signed by ${now}; give the first or its spare, or --new-key if both are lost: then every reader must remove the pack and add it again`,
    );
  const notes = spare === undefined ? [unspared] : [];
  if (takesOver) {
    const keys = [...list, say()];
    if (keys.length > MOST_KEYS)
      notes.push(
        `readers who last saw this pack under ${fingerprint(keys[0]?.key ?? '')} must add it again: no more than ${MOST_KEYS} keys are listed`,
      );
    return {
      keys: keys.slice(-MOST_KEYS),
      notes: [`the key is now ${now}; readers who know ${known} follow by themselves`, ...notes],
    };
  }
  return {
    keys: spare === undefined ? undefined : [say()],
    notes: [`the key is now ${now}; every reader must remove the pack and add it again`, ...notes],
  };
}

/** What a key says of itself, signed with it. */
export function stated(id: string, said: Omit<KeyStatement, 'value'>, key: SigningKey): KeyStatement {
  const value = ed25519Sign(null, Buffer.from(keyText(id, said)), key.private).toString('base64url');
  return { ...said, value };
}
