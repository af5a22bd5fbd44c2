/**
 * The keys of a pack. A key says once which other is its spare, and nobody but that one ever takes its place. What stands
 * in a manifest is the list of keys so far: each is the spare of the one before, and the last signs the manifest.
 */
import type { Problem } from '../check';
import type { Manifest } from './manifest';

/** What is wrong with the `i`-th key of a list if its signature is not its own. */
export const notSigned = (i: number): Problem => ({
  pointer: `/keys/${i}/value`,
  message: 'is not the signature of this key over what it says of this pack',
});

/**
 * What is wrong with the list of keys of `manifest`, whatever is signed how; undefined if nothing is. That each signature
 * in it is its key's is for whoever can check signatures.
 */
export function keysProblem({ keys, revoked, serial, signature }: Manifest): Problem | undefined {
  if (!signature) {
    if (keys) return { pointer: '/keys', message: 'are of a pack that is not signed' };
    return revoked ? { pointer: '/revoked', message: 'is said of a pack that is not signed' } : undefined;
  }
  if (!keys) return undefined;
  const used = new Set<string>();
  for (const [i, said] of keys.entries()) {
    const at = `/keys/${i}`;
    const before = keys[i - 1];
    used.add(said.key);
    if (before && said.key !== before.spare)
      return { pointer: `${at}/key`, message: 'is not the spare of the key before it' };
    if (before && said.serial <= before.serial)
      return { pointer: `${at}/serial`, message: 'is not higher than that of the key before it' };
    if (said.spare !== undefined && used.has(said.spare))
      return { pointer: `${at}/spare`, message: 'is a key that signs or has signed this pack' };
  }
  const last = keys[keys.length - 1];
  const at = `/keys/${keys.length - 1}`;
  if (last?.key !== signature.key) return { pointer: `${at}/key`, message: 'is not the key that signs' };
  if (last.serial > serial) return { pointer: `${at}/serial`, message: 'is higher than that of the edition' };
  return undefined;
}
