/**
 * Who may sign the next edition of a pack: the key that is known, or its spare, or the spare's spare, as the list of keys
 * in the manifest leads from one to the next. Nothing here looks at a clock or at the number of an edition, which a thief
 * can set as high as they like.
 */
import { type KeyStatement, type Manifest, MOST_KEYS } from '../../claims';
import type { EarlierKey, KnownKeys } from '../source';

/** Why an edition is not to be taken. */
export type KeyRefusal = 'unsigned' | 'another-key' | 'earlier-key' | 'another-spare' | 'revoked';

/**
 * What is known of the keys once this edition is taken, or why it is not to be. `manifest` has no problem in its keys
 * (`keysProblem`), and its signatures are good. `now` (ISO 8601) is kept beside what is learnt, and decides nothing.
 */
export function followKeys(
  known: KnownKeys,
  { signature, keys = [], revoked }: Pick<Manifest, 'signature' | 'keys' | 'revoked'>,
  now: string,
): KnownKeys | KeyRefusal {
  if (!signature) return known.key === undefined ? {} : 'unsigned';
  const { key } = signature;
  const last = keys[keys.length - 1];
  if (known.key === undefined) return knownKeys(key, last?.spare, [], revoked && now);
  const at = keys.findIndex((said) => said.key === known.key);
  const stays = key === known.key;
  if (at < 0 && !stays) return known.earlierKeys?.some((e) => e.key === key) ? 'earlier-key' : 'another-key';
  const spare = keys[at]?.spare;
  if (known.spare !== undefined && spare !== undefined && spare !== known.spare) return 'another-spare';
  if (stays && known.revoked !== undefined && !revoked) return 'revoked';
  const until = (said: KeyStatement): EarlierKey => ({ key: said.key, until: now });
  const left = at < 0 ? [] : keys.slice(at, -1).map(until);
  const earlierKeys = [...(known.earlierKeys ?? []), ...left];
  // A list need not begin with the first key, so that it goes round in none of its editions says nothing of all of them.
  const next = at < 0 ? [] : keys.slice(at).flatMap((said) => [said.key, said.spare]);
  if (known.earlierKeys?.some((earlier) => next.includes(earlier.key)))
    return known.earlierKeys.some((earlier) => earlier.key === key) ? 'earlier-key' : 'another-spare';
  return knownKeys(
    key,
    last?.spare ?? (stays ? known.spare : undefined),
    earlierKeys.slice(-MOST_KEYS),
    revoked && ((stays ? known.revoked : undefined) ?? now),
  );
}

function knownKeys(
  key: string,
  spare: string | undefined,
  earlierKeys: readonly EarlierKey[],
  revoked: string | undefined,
): KnownKeys {
  return {
    key,
    ...(spare !== undefined && { spare }),
    ...(earlierKeys.length > 0 && { earlierKeys }),
    ...(revoked !== undefined && { revoked }),
  };
}
